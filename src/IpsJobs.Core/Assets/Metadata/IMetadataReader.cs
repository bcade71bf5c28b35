namespace IpsJobs.Core.Assets;

/// <summary>Reads the XMP, IPTC and EXIF data that files carry.</summary>
public interface IMetadataReader
{
    /// <summary>Reads within limits of size and time; damage becomes a remark, never a failure.</summary>
    /// <param name="path">The file, which is not changed.</param>
    /// <param name="assetType">A constant of <see cref="Constants.AssetTypes"/>; types that carry nothing are not opened.</param>
    /// <param name="mappings">What the company makes of the fields; one that cannot be applied becomes a remark, and the fields stay as they are.</param>
    /// <param name="scratch">Directory for programs that read the file.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<EmbeddedMetadata> ReadAsync(string path, string assetType, MetadataMappings mappings, string scratch, CancellationToken cancellationToken);
}
