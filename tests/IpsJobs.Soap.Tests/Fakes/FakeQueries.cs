using IpsJobs.Core.Handles;
using IpsJobs.Core.Jobs;

namespace IpsJobs.Soap.Tests.Fakes;

/// <summary>Answers listings with what a test put in, and keeps the filters they were asked with.</summary>
internal sealed class FakeQueries : IJobQueries
{
    public List<JobInstance> Instances { get; } = [];

    public List<JobTrigger> Triggers { get; } = [];

    public List<JobLogWithRows> Details { get; } = [];

    public List<AssetLogRow> AssetRows { get; } = [];

    public ActiveJobFilter? ActiveFilter { get; private set; }

    public TriggerFilter? TriggerFilter { get; private set; }

    public JobLogFilter? LogFilter { get; private set; }

    public JobLogDetailFilter? DetailFilter { get; private set; }

    /// <summary>Thrown by every listing when set.</summary>
    public Exception? Failure { get; set; }

    public void Clear()
    {
        Instances.Clear();
        Triggers.Clear();
        Details.Clear();
        AssetRows.Clear();
        Failure = null;
    }

    public Task<JobInstance?> FindInstanceAsync(long instanceId, CancellationToken cancellationToken) =>
        Task.FromResult(Instances.FirstOrDefault(i => i.InstanceId == instanceId));

    public Task<JobTrigger?> FindTriggerAsync(long triggerId, CancellationToken cancellationToken) =>
        Task.FromResult(Triggers.FirstOrDefault(t => t.TriggerId == triggerId));

    public Task<JobTrigger?> FindTriggerAsync(int companyId, string scheduledName, CancellationToken cancellationToken) =>
        Task.FromResult(Triggers.FirstOrDefault(t => t.Handle == JobHandle.ForScheduled(companyId, scheduledName)));

    public Task<IReadOnlyList<JobInstance>> FindInstancesAsync(JobHandle handle, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<JobInstance>>([.. Instances.Where(i => Matches(i, handle))]);

    public Task<IReadOnlyList<JobInstance>> ListActiveAsync(ActiveJobFilter filter, CancellationToken cancellationToken)
    {
        ActiveFilter = filter;
        return Answer<JobInstance>(Instances);
    }

    public Task<IReadOnlyList<JobTrigger>> ListTriggersAsync(TriggerFilter filter, CancellationToken cancellationToken)
    {
        TriggerFilter = filter;
        return Answer<JobTrigger>(Triggers);
    }

    public Task<IReadOnlyList<JobInstance>> ListLogsAsync(JobLogFilter filter, CancellationToken cancellationToken)
    {
        LogFilter = filter;
        return Answer<JobInstance>(Instances);
    }

    public Task<IReadOnlyList<JobLogWithRows>> ListLogDetailsAsync(JobLogDetailFilter filter, CancellationToken cancellationToken)
    {
        DetailFilter = filter;
        return Answer<JobLogWithRows>(Details);
    }

    public Task<IReadOnlyList<AssetLogRow>> ListAssetLogsAsync(
        int companyId, long assetId, int limit, CancellationToken cancellationToken) => Answer<AssetLogRow>(AssetRows);

    public Task<IReadOnlySet<string>> ListDoneItemsAsync(long instanceId, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<int> CountWaitingAsync(string laneKey, CancellationToken cancellationToken) => Task.FromResult(0);

    private static bool Matches(JobInstance instance, JobHandle handle) =>
        instance.Definition.CompanyId == handle.CompanyId
        && (handle.IsInstance ? instance.InstanceName == handle.InstanceName : instance.Definition.OriginalName == handle.ScheduledName);

    private Task<IReadOnlyList<T>> Answer<T>(IReadOnlyList<T> rows) => Failure is { } failure
        ? Task.FromException<IReadOnlyList<T>>(failure)
        : Task.FromResult(rows);
}
