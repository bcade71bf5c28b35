using IpsJobs.Core.Messages;

namespace IpsJobs.Core.Outbox;

/// <summary>Outgoing mail and notifications. Rows are sent at least once: a row counts as sent only after <see cref="MarkSentAsync"/>.</summary>
public interface IOutbox
{
    /// <summary>Rows that are due, oldest first.</summary>
    Task<IReadOnlyList<OutboxItem>> ListDueAsync(OutboxKind kind, DateTimeOffset utcNow, int limit, CancellationToken cancellationToken);

    /// <summary>When the next row falls due; null when none waits.</summary>
    Task<DateTimeOffset?> NextDueAsync(OutboxKind kind, CancellationToken cancellationToken);

    Task MarkSentAsync(OutboxKind kind, IReadOnlyList<long> outboxIds, CancellationToken cancellationToken);

    /// <summary>Counts an attempt; <paramref name="nextUtc"/> null gives up.</summary>
    /// <param name="kind">Mail or notification.</param>
    /// <param name="outboxId">The row.</param>
    /// <param name="reason">Short reason for the operator; no secrets.</param>
    /// <param name="nextUtc">Next attempt; null marks the row as failed.</param>
    /// <param name="cancellationToken">Cancels before the commit.</param>
    Task MarkFailedAsync(OutboxKind kind, long outboxId, string reason, DateTimeOffset? nextUtc, CancellationToken cancellationToken);

    /// <summary>Adds a warning to the End row of an instance: its notification could not be delivered. Counters and outcome stay.</summary>
    Task NoteUndeliveredAsync(long instanceId, string url, LocalizedMessage reason, CancellationToken cancellationToken);

    /// <summary>Rows for the operator, newest first.</summary>
    Task<IReadOnlyList<OutboxState>> ListAsync(OutboxKind kind, bool onlyFailed, int limit, CancellationToken cancellationToken);

    /// <summary>Makes rows that were given up due again, with all attempts before them.</summary>
    /// <param name="kind">Mail or notification.</param>
    /// <param name="outboxId">The row; null for all.</param>
    /// <param name="cancellationToken">Cancels before the commit.</param>
    /// <returns>How many there were.</returns>
    Task<int> RetryFailedAsync(OutboxKind kind, long? outboxId, CancellationToken cancellationToken);

    /// <summary>Completes when a commit has added rows since the last call.</summary>
    Task WaitForNewAsync(OutboxKind kind, CancellationToken cancellationToken);
}
