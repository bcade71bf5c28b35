using IpsJobs.Core.Jobs;

namespace IpsJobs.Testing.Jobs;

/// <summary>Remembers what it was told.</summary>
public sealed class RecordingDispatcher : IJobDispatcher
{
    public List<JobInstance> Enqueued { get; } = [];

    public List<JobTrigger> Armed { get; } = [];

    public List<long> Disarmed { get; } = [];

    public List<long> Stopped { get; } = [];

    public void Enqueue(JobInstance instance) => Enqueued.Add(instance);

    public ValueTask ArmAsync(JobTrigger trigger, CancellationToken cancellationToken)
    {
        Armed.Add(trigger);
        return ValueTask.CompletedTask;
    }

    public ValueTask DisarmAsync(long triggerId, CancellationToken cancellationToken)
    {
        Disarmed.Add(triggerId);
        return ValueTask.CompletedTask;
    }

    public void SignalStop(long instanceId) => Stopped.Add(instanceId);
}
