namespace IpsJobs.Core.Outbox;

/// <summary>An outgoing row as the operator sees it.</summary>
/// <param name="Item">The row.</param>
/// <param name="SentUtc">When it left; null while it waits, and for good when it was given up.</param>
/// <param name="NextUtc">Next attempt; null once it has left or was given up.</param>
/// <param name="LastError">Why the last attempt failed; null when none did.</param>
public sealed record OutboxState(OutboxItem Item, DateTimeOffset? SentUtc, DateTimeOffset? NextUtc, string? LastError)
{
    /// <summary>True when it was given up.</summary>
    public bool IsFailed => SentUtc is null && NextUtc is null;
}
