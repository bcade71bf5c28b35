namespace IpsJobs.Handlers.Export;

/// <summary>Limits of export jobs (section <c>Export</c>).</summary>
public sealed class ExportOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Export";

    /// <summary>Largest archive in bytes; an export that would pass it fails.</summary>
    public long MaxBytes { get; set; } = 1024L * 1024 * 1024;

    /// <summary>Days that an archive can be downloaded.</summary>
    public int RetentionDays { get; set; } = 7;
}
