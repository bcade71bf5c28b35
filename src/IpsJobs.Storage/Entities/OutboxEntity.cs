using IpsJobs.Core.Outbox;

namespace IpsJobs.Storage.Entities;

/// <summary>An outgoing mail or notification.</summary>
internal sealed class OutboxEntity
{
    public long OutboxId { get; set; }

    public OutboxKind Kind { get; set; }

    /// <summary>Null for a mail with a notice.</summary>
    public long? InstanceId { get; set; }

    public string Identity { get; set; } = "";

    public string Target { get; set; } = "";

    public string EmailSetting { get; set; } = "";

    public string? Locale { get; set; }

    public int Attempts { get; set; }

    public DateTimeOffset CreatedUtc { get; set; }

    /// <summary>Next attempt; null once it is sent or given up.</summary>
    public DateTimeOffset? NextUtc { get; set; }

    /// <summary>Null while it waits, and for good when it was given up.</summary>
    public DateTimeOffset? SentUtc { get; set; }

    public string? LastError { get; set; }

    /// <summary>What the mail says, as JSON; null when it is written from a job log.</summary>
    public string? Notice { get; set; }

    public OutboxItem ToRecord() => new(OutboxId, InstanceId ?? 0, Identity, Target, EmailSetting, Locale, Attempts, CreatedUtc)
    {
        Notice = StoreJson.ReadNotice(Notice),
    };
}
