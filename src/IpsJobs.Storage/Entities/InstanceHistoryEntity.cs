using IpsJobs.Core.Jobs;

namespace IpsJobs.Storage.Entities;

/// <summary>A move of an instance.</summary>
internal sealed class InstanceHistoryEntity
{
    public long HistoryId { get; set; }

    public long InstanceId { get; set; }

    /// <summary>Null for the creation.</summary>
    public InstanceState? FromState { get; set; }

    public InstanceState ToState { get; set; }

    public DateTimeOffset AtUtc { get; set; }
}
