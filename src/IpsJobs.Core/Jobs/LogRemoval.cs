namespace IpsJobs.Core.Jobs;

/// <summary>What became of a log that was to be removed.</summary>
public enum LogRemoval
{
    /// <summary>Nothing of it is left.</summary>
    Gone,

    /// <summary>It had more rows than one step may remove.</summary>
    Partly,

    /// <summary>It is alive, unknown, or has something to send.</summary>
    Kept,
}
