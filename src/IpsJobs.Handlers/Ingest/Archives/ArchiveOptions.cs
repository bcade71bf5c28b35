namespace IpsJobs.Handlers.Ingest;

/// <summary>Limits of archives whose contents are taken in (section <c>Archives</c>).</summary>
public sealed class ArchiveOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Archives";

    /// <summary>Most entries of one archive.</summary>
    public int MaxEntries { get; set; } = 100_000;

    /// <summary>Most unpacked bytes of one archive.</summary>
    public long MaxBytes { get; set; } = 20L * 1024 * 1024 * 1024;

    /// <summary>Unpacked bytes may be so many times those of the archive; archives that unpack to less than a megabyte are no danger.</summary>
    public int MaxRatio { get; set; } = 200;
}
