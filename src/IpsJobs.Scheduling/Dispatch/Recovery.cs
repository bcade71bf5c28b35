using IpsJobs.Core.Configuration;
using IpsJobs.Core.Jobs;
using IpsJobs.Scheduling.Alarms;
using Microsoft.Extensions.Logging;

namespace IpsJobs.Scheduling.Dispatch;

/// <summary>Finds the work of an earlier run of the service in the tables and takes it up again.</summary>
internal sealed class Recovery(
    IRecoveryQueries queries, IJobStore store, Mailbox mailbox, TriggerAlarms alarms, ServerClock clock, ILogger<Recovery> logger)
{
    /// <summary>Posts every live instance and sets every alarm; past ones go off at once.</summary>
    public async Task RebuildAsync(CancellationToken cancellationToken)
    {
        var live = await queries.ListLiveAsync(cancellationToken);
        mailbox.Post(new Letter.Found(live));
        var triggers = await queries.ListTriggersAsync(cancellationToken);
        var busy = live.Select(i => i.TriggerId).OfType<long>().ToHashSet();
        foreach (var trigger in triggers)
            await ArmAsync(trigger, busy, cancellationToken);
        logger.LogInformation("Found {Instances} live instances and {Triggers} triggers", live.Count, triggers.Count);
    }

    private async Task ArmAsync(JobTrigger trigger, HashSet<long> busy, CancellationToken cancellationToken)
    {
        var isFree = trigger.State == TriggerState.Blocked && !busy.Contains(trigger.TriggerId);
        await alarms.ArmAsync(isFree ? await UnblockAsync(trigger, cancellationToken) : trigger, cancellationToken);
    }

    // Nothing is left that would set the pending fire free, so it is due now.
    private Task<JobTrigger> UnblockAsync(JobTrigger trigger, CancellationToken cancellationToken)
    {
        logger.LogWarning("Trigger {TriggerId} was blocked by an instance that is gone", trigger.TriggerId);
        return store.MoveTriggerAsync(trigger.TriggerId, TriggerState.Blocked, TriggerState.Normal, clock.UtcNow, cancellationToken);
    }
}
