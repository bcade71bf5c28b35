using IpsJobs.Core.Messages;

namespace IpsJobs.Core.Jobs;

/// <summary>How far a running instance is.</summary>
/// <param name="Percent">0 to 100; 0 while unknown.</param>
/// <param name="Message">Phase, as key and arguments; null before the first one.</param>
/// <param name="UpdatedUtc">Time of the last change, or of the last sign of life.</param>
public sealed record JobProgress(int Percent, LocalizedMessage? Message, DateTimeOffset UpdatedUtc)
{
    /// <summary>Sum of source bytes; 0 while unknown.</summary>
    public long TotalBytes { get; init; }

    /// <summary>Task monitors; empty for publish jobs.</summary>
    public IReadOnlyList<TaskMonitor> Tasks { get; init; } = [];
}
