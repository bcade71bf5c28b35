using IpsJobs.Core.Accounts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Jobs;
using IpsJobs.Storage.Sqlite;

namespace IpsJobs.Storage.Writing;

/// <summary>Commits work items: asset, folders, publish records, row and counters together.</summary>
internal static class ItemWrites
{
    private const string FindRow = """SELECT "AssetId" FROM "LogRows" WHERE "InstanceId" = ?1 AND "ItemKey" = ?2""";

    private const string UpsertPublished =
        """
        INSERT INTO "PublishHistory" ("ServerId", "ContextId", "AssetId", "Revision", "InstanceId", "PublishedUtc")
        VALUES (?1, ?2, ?3, ?4, ?5, ?6)
        ON CONFLICT ("ServerId", "ContextId", "AssetId")
        DO UPDATE SET "Revision" = excluded."Revision", "InstanceId" = excluded."InstanceId", "PublishedUtc" = excluded."PublishedUtc"
        """;

    /// <summary>Everything that can be wrong with an item, found out before anything is written or moved.</summary>
    /// <returns>True when its key has a row already: the item changes nothing.</returns>
    /// <exception cref="StateConflictException">The instance has ended, or the asset to change is gone.</exception>
    /// <exception cref="NameTakenException">The name of a new or renamed asset is in use.</exception>
    public static bool IsDone(SqlSession session, ItemCommit item)
    {
        InstanceWrites.RequireLive(session, item.InstanceId);
        if (item.Row.ItemKey is { } key && session.Exists(FindRow, item.InstanceId, key))
            return true;
        if (item.Asset is { } change)
            AssetWrites.Check(session, change);
        return false;
    }

    /// <summary>Commits the item.</summary>
    /// <returns>Id of the asset added or changed, also when the item was done before; null when it changes none.</returns>
    public static long? Commit(WriteSession session, ItemCommit item)
    {
        if (IsDone(session, item))
            return session.Number(FindRow, item.InstanceId, item.Row.ItemKey);
        long? changed = item.Asset is { } change ? AssetWrites.Apply(session, change) : null;
        if (item.Taken is { } taken)
            ArchiveWrites.Add(session, taken);
        if (item.Archive is { } archive)
            ArchiveWrites.Add(session, archive);
        foreach (var record in item.Published)
            session.Execute(
                UpsertPublished, record.ServerId, record.ContextId, record.AssetId, record.Revision, item.InstanceId, session.UtcNow);
        LogWrites.Add(session, item.InstanceId, item.Row with { AssetId = item.Row.AssetId ?? changed });
        LogWrites.Count(session, item.InstanceId, JobCounters.Of(item.Row) + item.Extra);
        return changed;
    }
}
