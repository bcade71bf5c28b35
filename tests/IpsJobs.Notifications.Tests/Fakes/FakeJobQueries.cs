using IpsJobs.Core.Handles;
using IpsJobs.Core.Jobs;

namespace IpsJobs.Notifications.Tests.Fakes;

/// <summary>Instances and their rows in memory, filtered and paged as the store does it.</summary>
internal sealed class FakeJobQueries : IJobQueries
{
    public List<JobInstance> Instances { get; } = [];

    public List<LogRow> Rows { get; } = [];

    public int DetailCalls { get; private set; }

    public Task<JobInstance?> FindInstanceAsync(long instanceId, CancellationToken cancellationToken) =>
        Task.FromResult(Instances.Find(i => i.InstanceId == instanceId));

    public Task<IReadOnlyList<JobLogWithRows>> ListLogDetailsAsync(JobLogDetailFilter filter, CancellationToken cancellationToken)
    {
        DetailCalls++;
        var instance = Instances.Find(i => i.Handle == filter.Handle);
        if (instance is null)
            return Task.FromResult<IReadOnlyList<JobLogWithRows>>([]);
        var rows = Rows.Where(r => filter.LogTypes.Count == 0 || filter.LogTypes.Contains(r.LogType)).ToList();
        if (filter.Descending)
            rows.Reverse();
        var page = rows.Skip((filter.Page - 1) * filter.PageSize).Take(filter.PageSize).ToList();
        return Task.FromResult<IReadOnlyList<JobLogWithRows>>([new JobLogWithRows(instance, rows.Count, page)]);
    }

    public Task<JobTrigger?> FindTriggerAsync(long triggerId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<JobTrigger?> FindTriggerAsync(int companyId, string scheduledName, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<IReadOnlyList<JobInstance>> FindInstancesAsync(JobHandle handle, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<IReadOnlyList<JobInstance>> ListActiveAsync(ActiveJobFilter filter, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<IReadOnlyList<JobTrigger>> ListTriggersAsync(TriggerFilter filter, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<IReadOnlyList<JobInstance>> ListLogsAsync(JobLogFilter filter, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<IReadOnlyList<AssetLogRow>> ListAssetLogsAsync(
        int companyId, long assetId, int limit, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<IReadOnlySet<string>> ListDoneItemsAsync(long instanceId, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<int> CountWaitingAsync(string laneKey, CancellationToken cancellationToken) => throw new NotSupportedException();
}
