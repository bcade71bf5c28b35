namespace IpsJobs.Core.Outbox;

/// <summary>What an outgoing row is.</summary>
public enum OutboxKind
{
    /// <summary>A mail.</summary>
    Mail = 0,

    /// <summary>An HTTP notification.</summary>
    Notification = 1,
}
