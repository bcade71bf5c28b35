using IpsJobs.Core.Jobs;
using IpsJobs.Storage.Files;
using IpsJobs.Storage.Outbox;

namespace IpsJobs.Storage.Writing;

/// <summary>The gate through which jobs change, on the group-committing writer.</summary>
internal sealed class JobStore : IJobStore
{
    private readonly CommitWriter writer;
    private readonly ItemCommitter items;
    private readonly InstanceWrites instances = new();
    private readonly TriggerWrites triggers;
    private readonly EndWrites ends;

    public JobStore(CommitWriter writer, ItemCommitter items, OutboxSignals signals)
    {
        this.writer = writer;
        this.items = items;
        triggers = new TriggerWrites(instances);
        ends = new EndWrites(instances, triggers, signals);
    }

    public Task<JobInstance> AddInstanceAsync(NewInstance instance, CancellationToken cancellationToken) =>
        writer.RunAsync(s => instances.Add(s, instance), cancellationToken);

    public Task<JobTrigger> AddTriggerAsync(NewTrigger trigger, CancellationToken cancellationToken) =>
        writer.RunAsync(s => TriggerWrites.Add(s, trigger), cancellationToken);

    public Task MoveInstanceAsync(long instanceId, InstanceState from, InstanceState to, CancellationToken cancellationToken)
    {
        if (to == InstanceState.Done)
            throw new ArgumentOutOfRangeException(nameof(to), to, "An instance ends with its rows, by EndInstanceAsync");
        return writer.RunAsync(s => InstanceWrites.Move(s, instanceId, from, to), cancellationToken);
    }

    public Task<JobInstance> StartInstanceAsync(InstanceStart start, CancellationToken cancellationToken) =>
        writer.RunAsync(s => StartWrites.Start(s, start), cancellationToken);

    public Task<JobInstance> RequestStopAsync(long instanceId, string stoppedBy, CancellationToken cancellationToken) =>
        writer.RunAsync(s => InstanceWrites.RequestStop(s, instanceId, stoppedBy), cancellationToken);

    public Task<long?> CommitItemAsync(ItemCommit item, CancellationToken cancellationToken) => items.CommitAsync(item, cancellationToken);

    public Task<InstanceEndResult> EndInstanceAsync(InstanceEnd end, CancellationToken cancellationToken) =>
        writer.RunAsync(s => ends.End(s, end), cancellationToken);

    public Task<TriggerFireResult> FireTriggerAsync(TriggerFire fire, CancellationToken cancellationToken) =>
        writer.RunAsync(s => triggers.Fire(s, fire), cancellationToken);

    public Task<JobTrigger> MoveTriggerAsync(
        long triggerId, TriggerState from, TriggerState to, DateTimeOffset? nextFireUtc, CancellationToken cancellationToken) =>
        writer.RunAsync(s => TriggerWrites.Move(s, triggerId, from, to, nextFireUtc), cancellationToken);

    public Task DeleteTriggerAsync(long triggerId, CancellationToken cancellationToken) =>
        writer.RunAsync(s => TriggerWrites.Delete(s, triggerId), cancellationToken);
}
