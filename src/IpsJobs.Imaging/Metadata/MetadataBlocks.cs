using NetVips;

namespace IpsJobs.Imaging.Metadata;

/// <summary>The raw metadata of a picture, as far as its file has them.</summary>
internal sealed record MetadataBlocks(byte[]? Xmp, byte[]? Iptc, byte[]? Exif)
{
    private static readonly byte[] ExifMark = [.. "Exif\0\0"u8];

    /// <summary>Takes the blocks out of a file without decoding its pixels.</summary>
    /// <param name="path">The file.</param>
    /// <param name="onDamage">Told when the Photoshop resources, which hold the IPTC records, cannot be read.</param>
    public static MetadataBlocks Of(string path, Action onDamage)
    {
        var resources = ResourcesOf(path, onDamage).DistinctBy(r => r.Id).ToDictionary(r => r.Id, r => r.Data);
        var seen = OfImage(path);
        return new MetadataBlocks(
            seen.Xmp ?? resources.GetValueOrDefault(PhotoshopResource.Xmp),
            resources.GetValueOrDefault(PhotoshopResource.Iptc) ?? seen.Iptc,
            WithoutMark(seen.Exif ?? resources.GetValueOrDefault(PhotoshopResource.Exif)));
    }

    private static List<PhotoshopResource> ResourcesOf(string path, Action onDamage)
    {
        try
        {
            return [.. PhotoshopResources.Read(ResourceFinder.Find(path))];
        }
        catch (Exception broken) when (broken is InvalidDataException or OverflowException)
        {
            onDamage();
            return [];
        }
    }

    // Files that libvips does not know have said so before: their pictures come from elsewhere.
    private static MetadataBlocks OfImage(string path)
    {
        try
        {
            using var source = Source.NewFromFile(path);
            using var image = Image.NewFromSource(source, access: Enums.Access.Sequential);
            return new MetadataBlocks(Find(image, "xmp-data"), RecordsOf(Find(image, "iptc-data")), Find(image, "exif-data"));
        }
        catch (VipsException)
        {
            return new MetadataBlocks(null, null, null);
        }
    }

    // In some formats libvips hands out all Photoshop resources under this name; those have been looked through already.
    private static byte[]? RecordsOf(byte[]? block) => block is [0x1C, ..] ? block : null;

    private static byte[]? Find(Image image, string name) => image.Contains(name) ? (byte[])image.Get(name) : null;

    private static byte[]? WithoutMark(byte[]? block) =>
        block is not null && block.AsSpan().StartsWith(ExifMark) ? block[ExifMark.Length..] : block;
}
