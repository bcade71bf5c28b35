using IpsJobs.Core.Jobs;

namespace IpsJobs.Storage.Entities;

/// <summary>A scheduled job.</summary>
internal sealed class TriggerEntity : DefinitionColumns
{
    public long TriggerId { get; set; }

    public TriggerState State { get; set; }

    public string? ExecSchedule { get; set; }

    public DateTimeOffset? NextFireUtc { get; set; }

    /// <summary>Planned time of the one fire that waits for the trigger's own instance; null unless Blocked.</summary>
    public DateTimeOffset? PendingFireUtc { get; set; }

    public DateTimeOffset CreatedUtc { get; set; }

    public JobTrigger ToRecord(byte[] blockXml) => new()
    {
        TriggerId = TriggerId,
        Definition = ToDefinition(blockXml),
        State = State,
        ExecSchedule = ExecSchedule,
        NextFireUtc = NextFireUtc,
        CreatedUtc = CreatedUtc,
    };
}
