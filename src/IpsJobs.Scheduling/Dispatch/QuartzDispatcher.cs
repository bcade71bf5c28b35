using IpsJobs.Core.Jobs;
using IpsJobs.Scheduling.Alarms;

namespace IpsJobs.Scheduling.Dispatch;

/// <summary>The dispatcher of a single node: lanes in memory, workers and alarms by Quartz.</summary>
internal sealed class QuartzDispatcher(Mailbox mailbox, TriggerAlarms alarms, StopSignals stops) : IJobDispatcher
{
    public void Enqueue(JobInstance instance) => mailbox.Post(new Letter.Waits(instance));

    public ValueTask ArmAsync(JobTrigger trigger, CancellationToken cancellationToken) => alarms.ArmAsync(trigger, cancellationToken);

    public ValueTask DisarmAsync(long triggerId, CancellationToken cancellationToken) => alarms.DisarmAsync(triggerId, cancellationToken);

    public void SignalStop(long instanceId)
    {
        stops.Raise(instanceId);
        mailbox.Post(new Letter.Stop(instanceId));
    }
}
