using IpsJobs.Core.Configuration;
using IpsJobs.Core.Faults;
using IpsJobs.Core.Handles;
using IpsJobs.Core.Jobs;

namespace IpsJobs.Testing.Jobs;

/// <summary>Jobs in memory, enough for the rules around them; what a real store guarantees is tested on the real one.</summary>
public sealed class FakeJobStore(ServerClock clock) : IJobStore, IJobQueries, IItemQueries
{
    private long lastId;

    public List<JobInstance> Instances { get; } = [];

    public List<JobTrigger> Triggers { get; } = [];

    public List<InstanceEnd> Ends { get; } = [];

    public List<ItemCommit> Items { get; } = [];

    public Task<JobInstance> AddInstanceAsync(NewInstance instance, CancellationToken cancellationToken)
    {
        var stored = new JobInstance
        {
            InstanceId = ++lastId,
            Definition = instance.Definition,
            InstanceName = $"{instance.NamePrefix}{instance.Definition.OriginalName}_{lastId}",
            State = InstanceState.New,
            CreatedUtc = clock.UtcNow,
            TriggerTimeUtc = instance.TriggerTimeUtc,
            TriggerId = instance.TriggerId,
            InitiatingJobName = instance.InitiatingJobName,
        };
        Instances.Add(stored);
        return Task.FromResult(stored);
    }

    public Task<JobTrigger> AddTriggerAsync(NewTrigger trigger, CancellationToken cancellationToken)
    {
        var name = trigger.Definition.OriginalName;
        if (Triggers.Exists(t => t.Definition.CompanyId == trigger.Definition.CompanyId && t.Definition.OriginalName == name))
            throw Violations.ScheduledNameTaken(name);
        var stored = new JobTrigger
        {
            TriggerId = ++lastId,
            Definition = trigger.Definition,
            State = TriggerState.Normal,
            ExecSchedule = trigger.ExecSchedule,
            NextFireUtc = trigger.NextFireUtc,
            CreatedUtc = clock.UtcNow,
        };
        Triggers.Add(stored);
        return Task.FromResult(stored);
    }

    public Task MoveInstanceAsync(long instanceId, InstanceState from, InstanceState to, CancellationToken cancellationToken)
    {
        var instance = Get(instanceId);
        if (instance.State != from || !InstanceMoves.IsLegal(from, to))
            throw new StateConflictException($"instance {instanceId}", from.ToString(), instance.State.ToString());
        Put(instance with { State = to });
        return Task.CompletedTask;
    }

    public Task<JobInstance> StartInstanceAsync(InstanceStart start, CancellationToken cancellationToken)
    {
        var instance = Get(start.InstanceId);
        var resumed = instance.StartUtc is not null;
        return Task.FromResult(Put(instance with
        {
            State = instance.State == InstanceState.Stopping ? InstanceState.Stopping : InstanceState.Running,
            StartUtc = instance.StartUtc ?? clock.UtcNow,
            ServerName = start.ServerName,
            Interruptions = instance.Interruptions + (resumed ? 1 : 0),
        }));
    }

    public Task<JobInstance> RequestStopAsync(long instanceId, string stoppedBy, CancellationToken cancellationToken)
    {
        var instance = Get(instanceId);
        return Task.FromResult(instance.State == InstanceState.Done ? instance : Put(instance with
        {
            State = instance.State == InstanceState.Running ? InstanceState.Stopping : instance.State,
            StoppedBy = instance.StoppedBy ?? stoppedBy,
        }));
    }

    public Task<long?> CommitItemAsync(ItemCommit item, CancellationToken cancellationToken)
    {
        if (item.Row.ItemKey is { } key && Items.Exists(i => i.InstanceId == item.InstanceId && i.Row.ItemKey == key))
            return Task.FromResult<long?>(null);
        Items.Add(item);
        var instance = Get(item.InstanceId);
        Put(instance with { Counters = instance.Counters + JobCounters.Of(item.Row) + item.Extra });
        return Task.FromResult<long?>(null);
    }

    public async Task<InstanceEndResult> EndInstanceAsync(InstanceEnd end, CancellationToken cancellationToken)
    {
        Ends.Add(end);
        var instance = Get(end.InstanceId);
        var counters = end.Rows.Select(JobCounters.Of).Aggregate(instance.Counters, (sum, row) => sum + row);
        Put(instance with { State = InstanceState.Done, EndUtc = clock.UtcNow, Outcome = end.Outcome, Counters = counters });
        return new InstanceEndResult(end.FollowOn is { } next ? await AddInstanceAsync(next, cancellationToken) : null, PendingFire: null);
    }

    public async Task<TriggerFireResult> FireTriggerAsync(TriggerFire fire, CancellationToken cancellationToken)
    {
        var trigger = Triggers.Find(t => t.TriggerId == fire.TriggerId);
        if (trigger is not { State: TriggerState.Normal } || trigger.NextFireUtc != fire.PlannedUtc)
            return new TriggerFireResult(null, trigger);
        Triggers.Remove(trigger);
        JobTrigger? next = null;
        if (fire.NextFireUtc is { } at)
            Triggers.Add(next = trigger with { NextFireUtc = at });
        var instance = new NewInstance(trigger.Definition, fire.PlannedUtc) { TriggerId = trigger.TriggerId };
        return new TriggerFireResult(await AddInstanceAsync(instance, cancellationToken), next);
    }

    public Task<JobTrigger> MoveTriggerAsync(
        long triggerId, TriggerState from, TriggerState to, DateTimeOffset? nextFireUtc, CancellationToken cancellationToken)
    {
        var trigger = Triggers.Find(t => t.TriggerId == triggerId);
        if (trigger is null || trigger.State != from)
            throw new StateConflictException($"trigger {triggerId}", from.ToString(), trigger?.State.ToString() ?? "gone");
        Triggers.Remove(trigger);
        var moved = trigger with { State = to, NextFireUtc = nextFireUtc };
        Triggers.Add(moved);
        return Task.FromResult(moved);
    }

    public Task DeleteTriggerAsync(long triggerId, CancellationToken cancellationToken)
    {
        if (Triggers.RemoveAll(t => t.TriggerId == triggerId) == 0)
            throw new StateConflictException($"trigger {triggerId}", "present", "gone");
        return Task.CompletedTask;
    }

    public Task<JobInstance?> FindInstanceAsync(long instanceId, CancellationToken cancellationToken) =>
        Task.FromResult(Instances.Find(i => i.InstanceId == instanceId));

    public Task<JobTrigger?> FindTriggerAsync(long triggerId, CancellationToken cancellationToken) =>
        Task.FromResult(Triggers.Find(t => t.TriggerId == triggerId));

    public Task<JobTrigger?> FindTriggerAsync(int companyId, string scheduledName, CancellationToken cancellationToken) =>
        Task.FromResult(Triggers.Find(t => t.Definition.CompanyId == companyId && t.Definition.OriginalName == scheduledName));

    public Task<IReadOnlyList<JobInstance>> FindInstancesAsync(JobHandle handle, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<JobInstance>>(
        [
            .. Instances
                .Where(i => i.Definition.CompanyId == handle.CompanyId
                    && (handle.ScheduledName is { } name ? i.Definition.OriginalName == name : i.InstanceName == handle.InstanceName))
                .OrderByDescending(i => i.InstanceId),
        ]);

    public Task<IReadOnlyList<JobInstance>> ListActiveAsync(ActiveJobFilter filter, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<JobInstance>>(Instances.FindAll(i => i.State != InstanceState.Done));

    public Task<IReadOnlyList<JobTrigger>> ListTriggersAsync(TriggerFilter filter, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<JobTrigger>>(Triggers);

    public Task<IReadOnlyList<JobInstance>> ListLogsAsync(JobLogFilter filter, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<JobInstance>>(Instances.FindAll(i => i.StartUtc is not null));

    public Task<IReadOnlyList<JobLogWithRows>> ListLogDetailsAsync(JobLogDetailFilter filter, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<JobLogWithRows>>(
        [
            .. Instances.Select(i => (Instance: i, Rows: Items.FindAll(c => c.InstanceId == i.InstanceId).ConvertAll(c => c.Row)))
                .Select(l => new JobLogWithRows(l.Instance, l.Rows.Count, l.Rows)),
        ]);

    public Task<IReadOnlyList<AssetLogRow>> ListAssetLogsAsync(
        int companyId, long assetId, int limit, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<AssetLogRow>>([]);

    public Task<IReadOnlySet<string>> ListDoneItemsAsync(long instanceId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlySet<string>>(
            Items.Where(i => i.InstanceId == instanceId && i.Row.ItemKey is not null).Select(i => i.Row.ItemKey!).ToHashSet());

    public Task<IReadOnlyList<DoneItem>> ListDoneAssetsAsync(long instanceId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<DoneItem>>(
        [
            .. Items.Where(i => i.InstanceId == instanceId && i.Row is { ItemKey: not null, AssetId: not null })
                .Select(i => new DoneItem(i.Row.ItemKey!, i.Row.LogType, i.Row.AssetId!.Value)),
        ]);

    public Task<int> CountWaitingAsync(string laneKey, CancellationToken cancellationToken) =>
        Task.FromResult(Instances.Count(i => i.Definition.LaneKey == laneKey
            && i.State is InstanceState.New or InstanceState.WaitingCoordinator));

    /// <summary>Replaces an instance, for a test that needs it in some state.</summary>
    public JobInstance Put(JobInstance instance)
    {
        Instances[Instances.FindIndex(i => i.InstanceId == instance.InstanceId)] = instance;
        return instance;
    }

    private JobInstance Get(long instanceId) => Instances.Find(i => i.InstanceId == instanceId)
        ?? throw new StateConflictException($"instance {instanceId}", "present", "gone");
}
