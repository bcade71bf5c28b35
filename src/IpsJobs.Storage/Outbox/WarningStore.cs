using IpsJobs.Core.Outbox;
using IpsJobs.Storage.Sqlite;
using IpsJobs.Storage.Writing;

namespace IpsJobs.Storage.Outbox;

/// <summary>Queues warnings and remembers how far they reach.</summary>
internal sealed class WarningStore(ReadSessions reads, CommitWriter writer, OutboxSignals signals) : IWarnings
{
    private const string Reach = """SELECT "ReachUtc" FROM "Warnings" WHERE "CompanyId" = ?1 AND "Kind" = ?2""";

    private const string Advance =
        """
        INSERT INTO "Warnings" ("CompanyId", "Kind", "ReachUtc") VALUES (?1, ?2, ?3)
        ON CONFLICT ("CompanyId", "Kind") DO UPDATE SET "ReachUtc" = excluded."ReachUtc" WHERE "ReachUtc" < excluded."ReachUtc"
        """;

    private const string Delete = """DELETE FROM "Warnings" WHERE "CompanyId" = ?1 AND "Kind" = ?2""";

    public Task<DateTimeOffset?> FindReachAsync(int companyId, WarningKind kind, CancellationToken cancellationToken) =>
        Task.FromResult(reads.Read(s => s.Instant(Reach, companyId, (int)kind)));

    public Task<bool> WarnAsync(NewWarning warning, CancellationToken cancellationToken) =>
        writer.RunAsync(s => Warn(s, warning), cancellationToken);

    public Task ForgetAsync(int companyId, WarningKind kind, CancellationToken cancellationToken) =>
        writer.RunAsync(s => s.Execute(Delete, companyId, (int)kind), cancellationToken);

    private bool Warn(WriteSession session, NewWarning warning)
    {
        if (session.Execute(Advance, warning.Notice.CompanyId, (int)warning.Kind, warning.ReachUtc) == 0)
            return false;
        foreach (var recipient in warning.Recipients)
            OutboxWrites.AddNotice(session, recipient, warning.Notice);
        session.AfterCommit(() => signals.Raise(OutboxKind.Mail));
        return true;
    }
}
