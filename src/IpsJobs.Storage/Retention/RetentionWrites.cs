using IpsJobs.Core.Jobs;
using IpsJobs.Storage.Writing;

namespace IpsJobs.Storage.Retention;

/// <summary>Removes ended instances with all that belongs to them. Runs on the writer's thread, inside its transaction.</summary>
internal static class RetentionWrites
{
    // What is still to be sent needs its job: the mail is written from the log.
    private const string Ended =
        """
        SELECT "BlockId", "TriggerId" FROM "Instances" WHERE "InstanceId" = ?1 AND "State" = 6 AND NOT EXISTS (
        SELECT 1 FROM "Outbox" WHERE "Outbox"."InstanceId" = ?1 AND "NextUtc" IS NOT NULL)
        """;

    private const string DeleteRows =
        """
        DELETE FROM "LogRows" WHERE "RowId" IN (SELECT "RowId" FROM "LogRows" WHERE "InstanceId" = ?1 ORDER BY "RowId" LIMIT ?2)
        """;

    private const string HasRows = """SELECT 1 FROM "LogRows" WHERE "InstanceId" = ?1""";
    private const string DeleteOutbox = """DELETE FROM "Outbox" WHERE "InstanceId" = ?1""";
    private const string DeleteHistory = """DELETE FROM "InstanceHistory" WHERE "InstanceId" = ?1""";
    private const string DeleteInstance = """DELETE FROM "Instances" WHERE "InstanceId" = ?1""";

    // Only a trigger and what it started share a block; comparing the trigger first keeps this on an index.
    private const string DeleteBlock =
        """
        DELETE FROM "JobBlocks" WHERE "BlockId" = ?1
        AND NOT EXISTS (SELECT 1 FROM "Triggers" WHERE "TriggerId" = ?2 AND "BlockId" = ?1)
        AND NOT EXISTS (SELECT 1 FROM "Instances" WHERE "TriggerId" = ?2 AND "BlockId" = ?1)
        """;

    private const string DeleteMove = """DELETE FROM "TriggerHistory" WHERE "HistoryId" = ?1""";

    private const string DeleteNotices =
        """DELETE FROM "Outbox" WHERE "InstanceId" IS NULL AND "CreatedUtc" < ?1 AND "NextUtc" IS NULL""";

    public static LogRemoval Remove(WriteSession session, long instanceId, int rowLimit)
    {
        var owner = session.List(
            Ended, static r => (BlockId: r.GetInt64(0), TriggerId: r.IsDBNull(1) ? (long?)null : r.GetInt64(1)), instanceId);
        if (owner is not [var found])
            return LogRemoval.Kept;
        session.Execute(DeleteRows, instanceId, rowLimit);
        if (session.Exists(HasRows, instanceId))
            return LogRemoval.Partly;
        session.Execute(DeleteOutbox, instanceId);
        session.Execute(DeleteHistory, instanceId);
        session.Execute(DeleteInstance, instanceId);
        session.Execute(DeleteBlock, found.BlockId, found.TriggerId);
        return LogRemoval.Gone;
    }

    public static int RemoveMoves(WriteSession session, IReadOnlyList<long> historyIds)
    {
        foreach (var id in historyIds)
            session.Execute(DeleteMove, id);
        return historyIds.Count;
    }

    public static void RemoveNotices(WriteSession session, DateTimeOffset before) => session.Execute(DeleteNotices, before);
}
