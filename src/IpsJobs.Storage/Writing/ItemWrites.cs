using IpsJobs.Core.Jobs;

namespace IpsJobs.Storage.Writing;

/// <summary>Commits work items: asset, folders, publish records, row and counters together.</summary>
/// <remarks>What many items of one commit share is asked for and written once. To be used within one write, and finished with it.</remarks>
internal sealed class ItemWrites(WriteSession session)
{
    private const string UpsertPublished =
        """
        INSERT INTO "PublishHistory" ("ServerId", "ContextId", "AssetId", "Revision", "InstanceId", "PublishedUtc")
        VALUES (?1, ?2, ?3, ?4, ?5, ?6)
        ON CONFLICT ("ServerId", "ContextId", "AssetId")
        DO UPDATE SET "Revision" = excluded."Revision", "InstanceId" = excluded."InstanceId", "PublishedUtc" = excluded."PublishedUtc"
        """;

    private readonly ItemChecks checks = new(session);
    private readonly HashSet<(int CompanyId, string Folder)> folders = [];
    private readonly Dictionary<long, JobCounters> counters = [];
    private readonly Dictionary<long, DateTimeOffset> times = [];

    /// <summary>Commits items in their order.</summary>
    /// <returns>For each the id of the asset added or changed, also when the item was done before; null when it changes none.</returns>
    public static IReadOnlyList<long?> Commit(WriteSession session, IEnumerable<ItemCommit> items)
    {
        var writes = new ItemWrites(session);
        var changed = items.Select(writes.Add).ToList();
        foreach (var (instanceId, more) in writes.counters)
            LogWrites.Count(session, instanceId, more);
        return changed;
    }

    private long? Add(ItemCommit item)
    {
        if (checks.IsDone(item))
            return checks.FindAsset(item);
        long? changed = item.Asset is { } change ? AssetWrites.Apply(session, change, folders) : null;
        if (item.Taken is { } taken)
            ArchiveWrites.Add(session, taken);
        if (item.Archive is { } archive)
            ArchiveWrites.Add(session, archive);
        foreach (var record in item.Published)
            session.Execute(
                UpsertPublished, record.ServerId, record.ContextId, record.AssetId, record.Revision, item.InstanceId, session.UtcNow);
        AddRow(item.InstanceId, item.Row with { AssetId = item.Row.AssetId ?? changed });
        counters[item.InstanceId] = counters.GetValueOrDefault(item.InstanceId, JobCounters.None) + JobCounters.Of(item.Row) + item.Extra;
        return changed;
    }

    private void AddRow(long instanceId, LogRow row)
    {
        if (row.CreatedUtc == default)
        {
            var now = session.UtcNow;
            times[instanceId] = !times.TryGetValue(instanceId, out var last) ? LogWrites.TimeOf(session, instanceId) : last > now ? last : now;
            row = row with { CreatedUtc = times[instanceId] };
        }
        LogWrites.Add(session, instanceId, row);
    }
}
