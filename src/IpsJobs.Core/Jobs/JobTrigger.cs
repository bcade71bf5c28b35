using IpsJobs.Core.Handles;

namespace IpsJobs.Core.Jobs;

/// <summary>A scheduled job, as stored.</summary>
public sealed record JobTrigger
{
    public required long TriggerId { get; init; }

    /// <summary>What every fire starts; its original name is the scheduled name, unique in the company.</summary>
    public required JobDefinition Definition { get; init; }

    public required TriggerState State { get; init; }

    /// <summary>Schedule exactly as given; null for a one-time trigger.</summary>
    public string? ExecSchedule { get; init; }

    /// <summary>Next fire time; null when it could not be computed (<see cref="TriggerState.Error"/>).</summary>
    public DateTimeOffset? NextFireUtc { get; init; }

    public required DateTimeOffset CreatedUtc { get; init; }

    public JobHandle Handle => JobHandle.ForScheduled(Definition.CompanyId, Definition.OriginalName);
}
