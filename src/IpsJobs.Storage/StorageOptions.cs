namespace IpsJobs.Storage;

/// <summary>Where and how data is kept (section <c>Storage</c>).</summary>
public sealed class StorageOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Storage";

    /// <summary>The only provider so far.</summary>
    public const string SqliteProvider = "Sqlite";

    /// <summary>Kind of database; <c>Sqlite</c>.</summary>
    public string Provider { get; set; } = SqliteProvider;

    /// <summary>How long to wait for another process that is writing.</summary>
    public TimeSpan BusyTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Most operations that share one commit.</summary>
    public int MaxBatch { get; set; } = 512;

    /// <summary>Operations that may wait for a commit; callers beyond it wait for a place.</summary>
    public int QueueLength { get; set; } = 8192;

    /// <summary>A database of up to so many megabytes is read through at every start; 0 for never.</summary>
    public int CheckUpToMegabytes { get; set; } = 64;
}
