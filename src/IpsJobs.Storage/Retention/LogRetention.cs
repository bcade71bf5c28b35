using IpsJobs.Core.Jobs;
using IpsJobs.Storage.Sqlite;
using IpsJobs.Storage.Writing;

namespace IpsJobs.Storage.Retention;

/// <summary>Finds what is old on a reader, where a long look hinders nobody, and removes it through the writer by id.</summary>
internal sealed class LogRetention(ReadSessions reads, CommitWriter writer) : ILogRetention
{
    private const string Expired =
        """
        SELECT i."InstanceId" FROM "Instances" i
        WHERE i."InstanceId" > ?2 AND i."State" = 6 AND i."EndUtc" < ?1
        AND NOT EXISTS (SELECT 1 FROM "Outbox" o WHERE o."InstanceId" = i."InstanceId" AND o."NextUtc" IS NOT NULL)
        ORDER BY i."InstanceId" LIMIT ?3
        """;

    private const string OldMoves =
        """
        SELECT h."HistoryId" FROM "TriggerHistory" h
        WHERE h."AtUtc" < ?1 AND NOT EXISTS (SELECT 1 FROM "Triggers" t WHERE t."TriggerId" = h."TriggerId")
        ORDER BY h."HistoryId" LIMIT ?2
        """;

    public Task<IReadOnlyList<long>> ListExpiredAsync(
        DateTimeOffset endedBeforeUtc, long afterInstanceId, int limit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<long>>(
            reads.Read(s => s.List(Expired, static r => r.GetInt64(0), endedBeforeUtc, afterInstanceId, limit)));

    public Task<LogRemoval> RemoveAsync(long instanceId, int rowLimit, CancellationToken cancellationToken) =>
        writer.RunAsync(s => RetentionWrites.Remove(s, instanceId, rowLimit), cancellationToken);

    public async Task<int> RemoveTriggerHistoryAsync(DateTimeOffset beforeUtc, int limit, CancellationToken cancellationToken)
    {
        var moves = reads.Read(s => s.List(OldMoves, static r => r.GetInt64(0), beforeUtc, limit));
        return moves.Count == 0
            ? 0
            : await writer.RunAsync(s => RetentionWrites.RemoveMoves(s, moves), cancellationToken).ConfigureAwait(false);
    }

    public Task RemoveNoticesAsync(DateTimeOffset beforeUtc, CancellationToken cancellationToken) =>
        writer.RunAsync(s => RetentionWrites.RemoveNotices(s, beforeUtc), cancellationToken);
}
