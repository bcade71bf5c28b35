using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Imaging.Tools;
using MetadataExtractor.IO;
using Microsoft.Extensions.Options;

namespace IpsJobs.Imaging.Metadata;

/// <summary>Finds metadata with libvips and poppler, and reads them with the libraries of each form.</summary>
/// <remarks>Where several forms tell the same, XMP counts before IPTC and IPTC before EXIF; keywords of all are taken together.</remarks>
public sealed class EmbeddedMetadataReader(ImageSlots slots, ToolRunner tools, IOptions<ToolOptions> options) : IMetadataReader
{
    private const int MaxExif = 1024 * 1024;

    // PostScript is looked through line by line, and a file may be a single line.
    private const long MaxPostScript = 64 * 1024 * 1024;

    private static readonly byte[][] TiffMarks = [[.. "II*\0"u8], [.. "MM\0*"u8]];

    /// <inheritdoc/>
    public async Task<EmbeddedMetadata> ReadAsync(string path, string assetType, string scratch, CancellationToken cancellationToken)
    {
        var fields = new MetadataFields();
        if (assetType is AssetTypes.Pdf or AssetTypes.Illustrator)
            await ReadDocumentAsync(path, scratch, fields, cancellationToken);
        if (assetType is AssetTypes.Image or AssetTypes.PsdTemplate or AssetTypes.AnimatedGif or AssetTypes.PostScript)
            await ReadPictureAsync(path, assetType, fields, cancellationToken);
        return fields.Result;
    }

    // A picture that cannot be opened at all has its own row; there is nothing to add to it.
    private async Task ReadPictureAsync(string path, string assetType, MetadataFields fields, CancellationToken cancellationToken)
    {
        if (assetType == AssetTypes.PostScript && new FileInfo(path).Length > MaxPostScript)
        {
            fields.NoteCut();
            return;
        }
        try
        {
            await slots.RunAsync(_ => Read(path, fields), cancellationToken);
        }
        catch (ImageUnreadableException)
        {
            fields.NoteDamage(XmpFields.Form);
        }
    }

    private static bool Read(string path, MetadataFields fields)
    {
        var blocks = MetadataBlocks.Of(path, () => fields.NoteDamage(IptcFields.Form));
        if (blocks.Xmp is { } xmp)
            XmpFields.Read(xmp, fields);
        if (blocks.Iptc is { } iptc)
            IptcFields.Read(iptc, fields);
        if (blocks.Exif is { Length: > MaxExif })
            fields.NoteCut();
        else if (blocks.Exif is { } exif)
            ExifFields.Read(new ByteArrayReader(exif), fields);
        else
            ReadTiff(path, fields);
        return true;
    }

    private static void ReadTiff(string path, MetadataFields fields)
    {
        using var file = File.OpenRead(path);
        var start = new byte[TiffMarks[0].Length];
        if (file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) < start.Length || !TiffMarks.Any(start.SequenceEqual))
            return;
        file.Position = 0;
        ExifFields.Read(new IndexedSeekingReader(file), fields);
    }

    private async Task ReadDocumentAsync(string path, string scratch, MetadataFields fields, CancellationToken cancellationToken)
    {
        try
        {
            var run = new ToolRun("pdfinfo", ["-meta", path], scratch, options.Value.Timeout) { MaxStandardOutput = XmpPacket.MaxBytes };
            var result = await tools.RunAsync(run, cancellationToken);
            if (result.TimedOut)
                fields.NoteCut();
            else if (result.Succeeded && result.Output.Length > 0)
                XmpFields.Read(result.Output, fields);
        }
        catch (ToolMissingException)
        {
            // Whatever else is asked for a document names the missing program; without that, nothing was asked for.
        }
    }
}
