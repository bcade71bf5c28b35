using IpsJobs.Core.Accounts;
using IpsJobs.Core.Jobs;
using IpsJobs.Storage.Sqlite;

namespace IpsJobs.Storage.Writing;

/// <summary>Finds out what is wrong with items before anything is written or moved; asks once for what many of them share.</summary>
internal sealed class ItemChecks(SqlSession session)
{
    private const string FindRow = """SELECT "AssetId" FROM "LogRows" WHERE "InstanceId" = ?1 AND "ItemKey" = ?2""";
    private readonly HashSet<long> live = [];

    /// <returns>True when its key has a row already: the item changes nothing.</returns>
    /// <exception cref="StateConflictException">The instance has ended, or the asset to change is gone.</exception>
    /// <exception cref="NameTakenException">The name of a new or renamed asset is in use.</exception>
    public bool IsDone(ItemCommit item)
    {
        if (!live.Contains(item.InstanceId))
            InstanceWrites.RequireLive(session, item.InstanceId);
        live.Add(item.InstanceId);
        if (item.Row.ItemKey is { } key && session.Exists(FindRow, item.InstanceId, key))
            return true;
        if (item.Asset is { } change)
            AssetWrites.Check(session, change);
        return false;
    }

    /// <summary>Asset of an item that was done before; null when it changed none.</summary>
    public long? FindAsset(ItemCommit item) => session.Number(FindRow, item.InstanceId, item.Row.ItemKey);
}
