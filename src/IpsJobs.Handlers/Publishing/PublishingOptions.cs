namespace IpsJobs.Handlers.Publishing;

/// <summary>How publish jobs deliver files (section <c>Publishing</c>).</summary>
public sealed class PublishingOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Publishing";

    /// <summary>Files that are delivered, flushed and committed together.</summary>
    public int BatchSize { get; set; } = 256;

    /// <summary>Files of a batch that are copied at the same time.</summary>
    public int Copiers { get; set; } = 4;

    /// <summary>Age below which a file on a target is never removed: a server may still answer from the catalog it read before.</summary>
    public TimeSpan CleanupAge { get; set; } = TimeSpan.FromHours(24);

    /// <summary>Consecutive files that fail for one input/output cause before the job gives up.</summary>
    public int MaxConsecutiveFailures { get; set; } = 50;
}
