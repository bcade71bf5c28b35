using IpsJobs.Core.Handles;

namespace IpsJobs.Core.Jobs;

/// <summary>One run of a job, as stored.</summary>
public sealed record JobInstance
{
    public required long InstanceId { get; init; }

    public required JobDefinition Definition { get; init; }

    /// <summary>Unique in the company: name, and the creation time in the server's zone.</summary>
    public required string InstanceName { get; init; }

    public required InstanceState State { get; init; }

    public required DateTimeOffset CreatedUtc { get; init; }

    /// <summary>Planned fire time; the submit time of an immediate job.</summary>
    public required DateTimeOffset TriggerTimeUtc { get; init; }

    /// <summary>When work began; null while waiting.</summary>
    public DateTimeOffset? StartUtc { get; init; }

    /// <summary>When it ended; null while alive.</summary>
    public DateTimeOffset? EndUtc { get; init; }

    /// <summary>Trigger that started it; null for immediate jobs and follow-ons.</summary>
    public long? TriggerId { get; init; }

    /// <summary>Instance name of the job that caused this follow-on; null otherwise.</summary>
    public string? InitiatingJobName { get; init; }

    /// <summary>Worker host; empty while waiting.</summary>
    public string ServerName { get; init; } = "";

    /// <summary>Restarts of the service that hit it while it ran.</summary>
    public int Interruptions { get; init; }

    /// <summary>E-mail of whoever asked to stop it; null when nobody did.</summary>
    public string? StoppedBy { get; init; }

    /// <summary>Null while alive.</summary>
    public JobOutcome? Outcome { get; init; }

    public JobCounters Counters { get; init; } = JobCounters.None;

    public JobHandle Handle => JobHandle.ForInstance(Definition.CompanyId, InstanceName, InstanceId);
}
