namespace IpsJobs.Core.Assets;

/// <summary>Style sheets that turn the metadata of files into the fields that a company wants.</summary>
/// <param name="XmpSheet">File of the XSLT that gets XMP packets and gives XMP packets; null leaves them as they are.</param>
/// <param name="IptcExifSheet">The same for IPTC and EXIF values, which it gets as an XMP packet.</param>
public sealed record MetadataMappings(string? XmpSheet, string? IptcExifSheet)
{
    public static MetadataMappings None { get; } = new(null, null);
}
