using IpsJobs.Core.Jobs;

namespace IpsJobs.Soap.Tests.Fakes;

/// <summary>Keeps what is submitted and which calls were made.</summary>
internal sealed class FakeStore : IJobStore
{
    public List<NewInstance> Added { get; } = [];

    public List<string> Calls { get; } = [];

    public Task<JobInstance> AddInstanceAsync(NewInstance instance, CancellationToken cancellationToken)
    {
        Added.Add(instance);
        return Task.FromResult(new JobInstance
        {
            InstanceId = Added.Count,
            Definition = instance.Definition,
            InstanceName = instance.Definition.OriginalName,
            State = InstanceState.New,
            CreatedUtc = instance.TriggerTimeUtc,
            TriggerTimeUtc = instance.TriggerTimeUtc,
        });
    }

    public Task<JobTrigger> AddTriggerAsync(NewTrigger trigger, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task MoveInstanceAsync(long instanceId, InstanceState from, InstanceState to, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<JobInstance> StartInstanceAsync(InstanceStart start, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<JobInstance> RequestStopAsync(long instanceId, string stoppedBy, CancellationToken cancellationToken)
    {
        Calls.Add($"stop {instanceId} by {stoppedBy}");
        return Task.FromResult<JobInstance>(null!);
    }

    public Task<long?> CommitItemAsync(ItemCommit item, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<InstanceEndResult> EndInstanceAsync(InstanceEnd end, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<TriggerFireResult> FireTriggerAsync(TriggerFire fire, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<JobTrigger> MoveTriggerAsync(
        long triggerId, TriggerState from, TriggerState to, DateTimeOffset? nextFireUtc, CancellationToken cancellationToken)
    {
        Calls.Add($"move trigger {triggerId} {from} {to}");
        // A trigger with this id was moved by somebody else in the same moment.
        return triggerId == Samples.ContestedTriggerId
            ? Task.FromException<JobTrigger>(new StateConflictException("trigger 99", "Normal", "Paused"))
            : Task.FromResult(Samples.Trigger() with { TriggerId = triggerId, State = to });
    }

    public Task DeleteTriggerAsync(long triggerId, CancellationToken cancellationToken)
    {
        Calls.Add($"delete trigger {triggerId}");
        return Task.CompletedTask;
    }
}
