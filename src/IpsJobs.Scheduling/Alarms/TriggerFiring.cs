using IpsJobs.Core.Configuration;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Schedules;
using IpsJobs.Scheduling.Dispatch;
using Microsoft.Extensions.Logging;

namespace IpsJobs.Scheduling.Alarms;

/// <summary>Looks at a trigger whose alarm went off or that was set free: fires it if its row says that it is due.</summary>
internal sealed class TriggerFiring(
    IJobStore store, IJobQueries queries, TriggerAlarms alarms, Mailbox mailbox, ServerClock clock, ILogger<TriggerFiring> logger)
{
    // Timers may go off a moment early; schedules fire every ten seconds at most, so this never reaches the fire after.
    private static readonly TimeSpan Early = TimeSpan.FromMilliseconds(500);

    /// <summary>Never throws but for a shutdown: what cannot fire is marked or tried again.</summary>
    public async Task WakeAsync(long triggerId, CancellationToken shutdown)
    {
        try
        {
            if (await queries.FindTriggerAsync(triggerId, shutdown) is { } trigger)
                await FireOrFailAsync(trigger, shutdown);
        }
        catch (OperationCanceledException) when (shutdown.IsCancellationRequested)
        {
            logger.LogInformation("Trigger {TriggerId} is left for the next start", triggerId);
        }
        catch (Exception failure)
        {
            logger.LogError(failure, "Trigger {TriggerId} could not be read and is tried again later", triggerId);
            await alarms.RetryAsync(triggerId, shutdown);
        }
    }

    private async Task FireOrFailAsync(JobTrigger trigger, CancellationToken shutdown)
    {
        try
        {
            await FireAsync(trigger, shutdown);
        }
        catch (Exception failure) when (!shutdown.IsCancellationRequested)
        {
            await alarms.FailAsync(trigger, failure, shutdown);
        }
    }

    private async Task FireAsync(JobTrigger trigger, CancellationToken shutdown)
    {
        if (trigger.NextFireUtc is not { } planned || planned > clock.UtcNow + Early)
            await alarms.ArmAsync(trigger, shutdown);
        else if (trigger.State is TriggerState.Normal or TriggerState.Blocked)
            await FireDueAsync(trigger, planned, shutdown);
    }

    private async Task FireDueAsync(JobTrigger trigger, DateTimeOffset planned, CancellationToken shutdown)
    {
        var fire = new TriggerFire(trigger.TriggerId, planned, NextAfter(trigger, planned));
        var fired = await store.FireTriggerAsync(fire, shutdown);
        if (fired.Started is { } started)
            mailbox.Post(new Letter.Waits(started));
        if (fired.Trigger is { } after && !WaitsForItsInstance(after, planned))
            await alarms.ArmAsync(after, shutdown);
    }

    // The end of the instance wakes the trigger again; an alarm that is past already would only go round in circles until then.
    private static bool WaitsForItsInstance(JobTrigger trigger, DateTimeOffset planned) =>
        trigger.State == TriggerState.Blocked && trigger.NextFireUtc <= planned;

    // Counted from now when fires were missed: this one stands for all of them, and the normal rhythm follows.
    private DateTimeOffset? NextAfter(JobTrigger trigger, DateTimeOffset planned)
    {
        if (trigger.ExecSchedule is not { } raw)
            return null;
        var now = clock.UtcNow;
        return ExecSchedule.Parse(raw).NextAfter(now > planned ? now : planned, clock.Zone);
    }
}
