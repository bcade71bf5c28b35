using IpsJobs.Core.Messages;
using IpsJobs.Core.Outbox;
using IpsJobs.Storage.Sqlite;
using IpsJobs.Storage.Writing;
using Microsoft.EntityFrameworkCore;

namespace IpsJobs.Storage.Outbox;

/// <summary>Outgoing mail and notifications, as rows.</summary>
internal sealed class OutboxStore(
    IDbContextFactory<IpsDbContext> contexts, ReadSessions reads, CommitWriter writer, OutboxSignals signals) : IOutbox
{
    private const string Next = """SELECT min("NextUtc") FROM "Outbox" WHERE "Kind" = ?1 AND "NextUtc" IS NOT NULL""";

    public async Task<IReadOnlyList<OutboxItem>> ListDueAsync(
        OutboxKind kind, DateTimeOffset utcNow, int limit, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var rows = await db.Outbox.AsNoTracking()
            .Where(o => o.Kind == kind && o.NextUtc != null && o.NextUtc <= utcNow)
            .OrderBy(o => o.OutboxId)
            .Take(limit)
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(r => r.ToRecord());
    }

    public Task<DateTimeOffset?> NextDueAsync(OutboxKind kind, CancellationToken cancellationToken) =>
        Task.FromResult(reads.Read(s => s.Instant(Next, (int)kind)));

    public Task MarkSentAsync(OutboxKind kind, IReadOnlyList<long> outboxIds, CancellationToken cancellationToken) =>
        writer.RunAsync(s => OutboxWrites.MarkSent(s, kind, outboxIds), cancellationToken);

    public Task MarkFailedAsync(OutboxKind kind, long outboxId, string reason, DateTimeOffset? nextUtc, CancellationToken cancellationToken) =>
        writer.RunAsync(s => OutboxWrites.MarkFailed(s, kind, outboxId, reason, nextUtc), cancellationToken);

    public Task NoteUndeliveredAsync(long instanceId, string url, LocalizedMessage reason, CancellationToken cancellationToken) =>
        writer.RunAsync(s => OutboxWrites.NoteUndelivered(s, instanceId, url, reason), cancellationToken);

    public async Task<IReadOnlyList<OutboxState>> ListAsync(
        OutboxKind kind, bool onlyFailed, int limit, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var rows = await db.Outbox.AsNoTracking()
            .Where(o => o.Kind == kind && (!onlyFailed || (o.SentUtc == null && o.NextUtc == null)))
            .OrderByDescending(o => o.OutboxId)
            .Take(limit)
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(r => new OutboxState(r.ToRecord(), r.SentUtc, r.NextUtc, r.LastError));
    }

    public Task<int> RetryFailedAsync(OutboxKind kind, long? outboxId, CancellationToken cancellationToken) =>
        writer.RunAsync(s => OutboxWrites.RetryFailed(s, kind, outboxId), cancellationToken);

    public Task WaitForNewAsync(OutboxKind kind, CancellationToken cancellationToken) => signals.WaitAsync(kind, cancellationToken);
}
