using System.Collections.Concurrent;
using IpsJobs.Core.Handles;
using IpsJobs.Core.Jobs;

namespace IpsJobs.Scheduling.Tests.Fakes;

/// <summary>The store as the dispatcher sees it: states, triggers and what was asked of it.</summary>
internal sealed class Tables : IJobStore, IJobQueries, IRecoveryQueries
{
    private readonly Lock gate = new();
    private long lastId = 1000;

    public ConcurrentDictionary<long, JobInstance> Instances { get; } = new();

    public ConcurrentDictionary<long, JobTrigger> Triggers { get; } = new();

    public ConcurrentQueue<TriggerFire> Fires { get; } = new();

    /// <summary>Thrown by every call that changes something.</summary>
    public Exception? WriteFailure { get; set; }

    /// <summary>Thrown by <see cref="FireTriggerAsync"/> alone.</summary>
    public Exception? FireFailure { get; set; }

    /// <summary>Thrown by every read.</summary>
    public Exception? ReadFailure { get; set; }

    /// <summary>Answers every move; null lets them pass.</summary>
    public TaskCompletionSource? HoldMoves { get; set; }

    /// <summary>A fire of a blocked trigger moves its next fire time on; both ways keep the API's rules.</summary>
    public bool MovesBlockedOn { get; set; }

    public void Add(params JobInstance[] instances) => Array.ForEach(instances, i => Instances[i.InstanceId] = i);

    public void Add(params JobTrigger[] triggers) => Array.ForEach(triggers, t => Triggers[t.TriggerId] = t);

    public async Task MoveInstanceAsync(long instanceId, InstanceState from, InstanceState to, CancellationToken cancellationToken)
    {
        if (HoldMoves is { } hold)
            await hold.Task;
        Fail(WriteFailure);
        lock (gate)
        {
            var instance = Instances[instanceId];
            if (instance.State != from)
                throw new StateConflictException("instance", from.ToString(), instance.State.ToString());
            Instances[instanceId] = instance with { State = to };
        }
    }

    public Task<TriggerFireResult> FireTriggerAsync(TriggerFire fire, CancellationToken cancellationToken)
    {
        Fail(FireFailure ?? WriteFailure);
        lock (gate)
        {
            Fires.Enqueue(fire);
            if (!Triggers.TryGetValue(fire.TriggerId, out var trigger))
                return Task.FromResult(new TriggerFireResult(null, null));
            if (trigger.State == TriggerState.Blocked && MovesBlockedOn)
                return Task.FromResult(new TriggerFireResult(null, Change(trigger with { NextFireUtc = fire.NextFireUtc })));
            if (trigger.State != TriggerState.Normal || trigger.NextFireUtc != fire.PlannedUtc)
                return Task.FromResult(new TriggerFireResult(null, trigger));
            return Task.FromResult(Fire(trigger, fire));
        }
    }

    public Task<JobTrigger> MoveTriggerAsync(
        long triggerId, TriggerState from, TriggerState to, DateTimeOffset? nextFireUtc, CancellationToken cancellationToken)
    {
        Fail(WriteFailure);
        lock (gate)
        {
            if (!Triggers.TryGetValue(triggerId, out var trigger) || trigger.State != from)
                throw new StateConflictException("trigger", from.ToString(), trigger?.State.ToString() ?? "gone");
            return Task.FromResult(Triggers[triggerId] = trigger with { State = to, NextFireUtc = nextFireUtc });
        }
    }

    public Task<JobInstance?> FindInstanceAsync(long instanceId, CancellationToken cancellationToken)
    {
        Fail(ReadFailure);
        return Task.FromResult(Instances.GetValueOrDefault(instanceId));
    }

    public Task<JobTrigger?> FindTriggerAsync(long triggerId, CancellationToken cancellationToken)
    {
        Fail(ReadFailure);
        return Task.FromResult(Triggers.GetValueOrDefault(triggerId));
    }

    public Task<IReadOnlyList<JobInstance>> ListLiveAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<JobInstance>>(
            [.. Instances.Values.Where(i => i.State < InstanceState.Done).OrderBy(i => i.InstanceId)]);

    public Task<IReadOnlyList<JobTrigger>> ListTriggersAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<JobTrigger>>([.. Triggers.Values.OrderBy(t => t.TriggerId)]);

    public Task<JobInstance> AddInstanceAsync(NewInstance instance, CancellationToken cancellationToken) => throw Unused();

    public Task<JobTrigger> AddTriggerAsync(NewTrigger trigger, CancellationToken cancellationToken) => throw Unused();

    public Task<JobInstance> StartInstanceAsync(InstanceStart start, CancellationToken cancellationToken) => throw Unused();

    public Task<JobInstance> RequestStopAsync(long instanceId, string stoppedBy, CancellationToken cancellationToken) => throw Unused();

    public Task<long?> CommitItemAsync(ItemCommit item, CancellationToken cancellationToken) => throw Unused();

    public Task<InstanceEndResult> EndInstanceAsync(InstanceEnd end, CancellationToken cancellationToken) => throw Unused();

    public Task DeleteTriggerAsync(long triggerId, CancellationToken cancellationToken) => throw Unused();

    public Task<JobTrigger?> FindTriggerAsync(int companyId, string scheduledName, CancellationToken cancellationToken) => throw Unused();

    public Task<IReadOnlyList<JobInstance>> FindInstancesAsync(JobHandle handle, CancellationToken cancellationToken) => throw Unused();

    public Task<IReadOnlyList<JobInstance>> ListActiveAsync(ActiveJobFilter filter, CancellationToken cancellationToken) => throw Unused();

    public Task<IReadOnlyList<JobTrigger>> ListTriggersAsync(TriggerFilter filter, CancellationToken cancellationToken) => throw Unused();

    public Task<IReadOnlyList<JobInstance>> ListLogsAsync(JobLogFilter filter, CancellationToken cancellationToken) => throw Unused();

    public Task<IReadOnlyList<JobLogWithRows>> ListLogDetailsAsync(JobLogDetailFilter filter, CancellationToken cancellationToken) =>
        throw Unused();

    public Task<IReadOnlyList<AssetLogRow>> ListAssetLogsAsync(
        int companyId, long assetId, int limit, CancellationToken cancellationToken) => throw Unused();

    public Task<IReadOnlySet<string>> ListDoneItemsAsync(long instanceId, CancellationToken cancellationToken) => throw Unused();

    public Task<int> CountWaitingAsync(string laneKey, CancellationToken cancellationToken) => throw Unused();

    private static NotSupportedException Unused() => new("The dispatcher has no business with this");

    private static void Fail(Exception? failure)
    {
        if (failure is not null)
            throw failure;
    }

    private TriggerFireResult Fire(JobTrigger trigger, TriggerFire fire)
    {
        if (Instances.Values.Any(i => i.TriggerId == trigger.TriggerId && i.State < InstanceState.Done))
            return new TriggerFireResult(null, Change(trigger with { State = TriggerState.Blocked, NextFireUtc = fire.NextFireUtc }));
        var started = Some.Instance(++lastId) with { TriggerId = trigger.TriggerId, TriggerTimeUtc = fire.PlannedUtc };
        Instances[started.InstanceId] = started;
        if (fire.NextFireUtc is null)
        {
            Triggers.TryRemove(trigger.TriggerId, out _);
            return new TriggerFireResult(started, null);
        }

        return new TriggerFireResult(started, Change(trigger with { NextFireUtc = fire.NextFireUtc }));
    }

    private JobTrigger Change(JobTrigger trigger) => Triggers[trigger.TriggerId] = trigger;
}
