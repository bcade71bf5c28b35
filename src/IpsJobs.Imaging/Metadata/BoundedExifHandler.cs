using MetadataExtractor.Formats.Exif;
using MetadataExtractor.IO;

namespace IpsJobs.Imaging.Metadata;

/// <summary>Takes only the small values of EXIF data, and follows only as many directories as honest files have.</summary>
/// <remarks>
/// A file may point to one value thousands of times, or from directory to directory without end. What other forms of metadata
/// lie inside is read elsewhere, with limits of its own.
/// </remarks>
internal sealed class BoundedExifHandler(List<MetadataExtractor.Directory> directories) : ExifTiffHandler(directories)
{
    private const int MaxValue = 8192;
    private const int MaxTags = 2000;
    private const int MaxDirectories = 16;

    private const int Xmp = 0x02BC;
    private const int Iptc = 0x83BB;
    private const int Photoshop = 0x8649;
    private const int IccProfile = 0x8773;
    private const int MakerNote = 0x927C;
    private const int PrintMatching = 0xC4A5;

    private int tags;
    private int entered;

    public override bool TryEnterSubIfd(int tagType) => entered < MaxDirectories && base.TryEnterSubIfd(tagType) && ++entered > 0;

    // What follows is the thumbnail, or further pages of a TIFF file.
    public override bool HasFollowerIfd() => false;

    /// <summary>True for what is not to be read.</summary>
    public override bool CustomProcessTag(int tagOffset, ICollection<int> processedIfdOffsets, IndexedReader reader, int tagId, int byteCount) =>
        ++tags > MaxTags
        || byteCount is < 0 or > MaxValue
        || tagId is Xmp or Iptc or Photoshop or IccProfile or MakerNote or PrintMatching
        || base.CustomProcessTag(tagOffset, processedIfdOffsets, reader, tagId, byteCount);
}
