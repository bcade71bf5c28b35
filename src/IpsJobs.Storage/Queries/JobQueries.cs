using IpsJobs.Core.Handles;
using IpsJobs.Core.Jobs;
using IpsJobs.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace IpsJobs.Storage.Queries;

/// <summary>Reads jobs: what clients poll for on prepared statements, other listings through EF.</summary>
internal sealed class JobQueries(IDbContextFactory<IpsDbContext> contexts, ReadSessions reads) : IJobQueries, IItemQueries, IRecoveryQueries
{
    private const string TriggerByName = InstanceSql.SelectTriggers + """WHERE r."CompanyId" = ?1 AND r."OriginalName" = ?2""";

    private const string InstanceByIdAndName =
        InstanceSql.SelectBareInstances + """WHERE r."InstanceId" = ?3 AND r."CompanyId" = ?1 AND r."InstanceName" = ?2""";

    private const string InstancesByName =
        InstanceSql.SelectBareInstances + """WHERE r."CompanyId" = ?1 AND r."InstanceName" = ?2 ORDER BY r."InstanceId" DESC LIMIT 1""";

    private const string InstancesByOriginalName =
        InstanceSql.SelectBareInstances + """WHERE r."CompanyId" = ?1 AND r."OriginalName" = ?2 ORDER BY r."InstanceId" DESC""";

    private const string Live = InstanceSql.SelectBareInstances + """WHERE r."State" < 6 ORDER BY r."InstanceId" """;
    private const string Triggers = InstanceSql.SelectBareTriggers + """ORDER BY r."TriggerId" """;
    private const string DoneItems = """SELECT "ItemKey" FROM "LogRows" WHERE "InstanceId" = ?1 AND "ItemKey" IS NOT NULL""";

    private const string DoneAssets =
        """
        SELECT "ItemKey", "LogType", "AssetId" FROM "LogRows"
        WHERE "InstanceId" = ?1 AND "ItemKey" IS NOT NULL AND "AssetId" IS NOT NULL ORDER BY "RowId"
        """;

    // State < 6 lets SQLite use the index of live instances.
    private const string Waiting = """SELECT count(*) FROM "Instances" WHERE "LaneKey" = ?1 AND "State" < 6 AND "State" IN (1, 3)""";

    public Task<JobInstance?> FindInstanceAsync(long instanceId, CancellationToken cancellationToken) =>
        Task.FromResult(reads.Read(s => InstanceSql.FindInstance(s, instanceId)));

    public Task<JobTrigger?> FindTriggerAsync(long triggerId, CancellationToken cancellationToken) =>
        Task.FromResult(reads.Read(s => InstanceSql.FindTrigger(s, triggerId))?.Trigger);

    public Task<JobTrigger?> FindTriggerAsync(int companyId, string scheduledName, CancellationToken cancellationToken) =>
        Task.FromResult(reads.Read(s => s.Find(TriggerByName, InstanceSql.ReadTrigger, companyId, scheduledName))?.Trigger);

    public Task<IReadOnlyList<JobInstance>> FindInstancesAsync(JobHandle handle, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<JobInstance>>(reads.Read(s => handle switch
        {
            { InstanceId: { } id } => s.List(InstanceByIdAndName, InstanceSql.ReadInstance, handle.CompanyId, handle.Name, id),
            { IsInstance: true } => s.List(InstancesByName, InstanceSql.ReadInstance, handle.CompanyId, handle.Name),
            _ => s.List(InstancesByOriginalName, InstanceSql.ReadInstance, handle.CompanyId, handle.Name),
        }));

    public Task<IReadOnlySet<string>> ListDoneItemsAsync(long instanceId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlySet<string>>(
            reads.Read(s => s.List(DoneItems, static r => r.GetString(0), instanceId)).ToHashSet(StringComparer.Ordinal));

    public Task<IReadOnlyList<DoneItem>> ListDoneAssetsAsync(long instanceId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<DoneItem>>(reads.Read(
            s => s.List(DoneAssets, static r => new DoneItem(r.GetString(0), r.GetString(1), r.GetInt64(2)), instanceId)));

    public Task<int> CountWaitingAsync(string laneKey, CancellationToken cancellationToken) =>
        Task.FromResult((int)(reads.Read(s => s.Number(Waiting, laneKey)) ?? 0));

    public Task<IReadOnlyList<JobInstance>> ListLiveAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<JobInstance>>(reads.Read(s => s.List(Live, InstanceSql.ReadInstance)));

    public Task<IReadOnlyList<JobTrigger>> ListTriggersAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<JobTrigger>>(
            reads.Read(s => s.List(Triggers, InstanceSql.ReadTrigger)).ConvertAll(t => t.Trigger));

    public Task<IReadOnlyList<JobInstance>> ListActiveAsync(ActiveJobFilter filter, CancellationToken cancellationToken) =>
        Task.FromResult(reads.Read(s => ActiveSql.List(s, filter)));

    public async Task<IReadOnlyList<JobTrigger>> ListTriggersAsync(TriggerFilter filter, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        return await db.ListTriggersAsync(filter, cancellationToken).ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<JobInstance>> ListLogsAsync(JobLogFilter filter, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        return await db.ListLogsAsync(filter, cancellationToken).ConfigureAwait(false);
    }

    public Task<IReadOnlyList<JobLogWithRows>> ListLogDetailsAsync(JobLogDetailFilter filter, CancellationToken cancellationToken) =>
        Task.FromResult(reads.Read(s => LogDetailSql.List(s, filter)));

    public async Task<IReadOnlyList<AssetLogRow>> ListAssetLogsAsync(
        int companyId, long assetId, int limit, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        return await db.ListAssetLogsAsync(companyId, assetId, limit, cancellationToken).ConfigureAwait(false);
    }
}
