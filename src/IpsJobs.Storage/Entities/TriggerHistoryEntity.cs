using IpsJobs.Core.Jobs;

namespace IpsJobs.Storage.Entities;

/// <summary>A move of a trigger; kept after the trigger is removed.</summary>
internal sealed class TriggerHistoryEntity
{
    public long HistoryId { get; set; }

    public long TriggerId { get; set; }

    /// <summary>Null for the creation.</summary>
    public TriggerState? FromState { get; set; }

    /// <summary>Complete when the last fire removed it, None when somebody deleted it.</summary>
    public TriggerState ToState { get; set; }

    public DateTimeOffset AtUtc { get; set; }
}
