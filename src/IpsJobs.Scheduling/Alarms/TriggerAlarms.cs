using IpsJobs.Core.Configuration;
using IpsJobs.Core.Jobs;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IpsJobs.Scheduling.Alarms;

/// <summary>Keeps the alarm of a trigger in step with its row.</summary>
internal sealed class TriggerAlarms(
    IAlarmClock alarms, IJobStore store, ServerClock clock, IOptions<SchedulingOptions> options, ILogger<TriggerAlarms> logger)
{
    /// <summary>Sets or removes the alarm as the trigger's state asks for.</summary>
    public async ValueTask ArmAsync(JobTrigger trigger, CancellationToken cancellationToken)
    {
        // A blocked trigger keeps its alarm: it may be free again when its time comes.
        if (trigger.State is not (TriggerState.Normal or TriggerState.Blocked))
            await alarms.RemoveAsync(trigger.TriggerId, cancellationToken);
        else if (trigger.NextFireUtc is { } due)
            await alarms.SetAsync(trigger.TriggerId, due, cancellationToken);
        else if (trigger.State == TriggerState.Normal)
            await FailAsync(trigger, new InvalidOperationException("The trigger has no next fire time"), cancellationToken);
    }

    public ValueTask DisarmAsync(long triggerId, CancellationToken cancellationToken) => alarms.RemoveAsync(triggerId, cancellationToken);

    /// <summary>Wakes us once more after a pause, because the trigger could not be dealt with now.</summary>
    public ValueTask RetryAsync(long triggerId, CancellationToken cancellationToken) =>
        alarms.SetAsync(triggerId, clock.UtcNow + options.Value.RetryDelay, cancellationToken);

    /// <summary>Moves the trigger to Error, where its owner sees it, or tries again later when even that is refused.</summary>
    public async Task FailAsync(JobTrigger trigger, Exception reason, CancellationToken cancellationToken)
    {
        logger.LogError(reason, "Trigger {TriggerId} ({JobHandle}) cannot fire", trigger.TriggerId, trigger.Handle);
        try
        {
            await store.MoveTriggerAsync(trigger.TriggerId, trigger.State, TriggerState.Error, nextFireUtc: null, cancellationToken);
        }
        catch (StateConflictException conflict)
        {
            logger.LogInformation(conflict, "Trigger {TriggerId} had been changed meanwhile", trigger.TriggerId);
            await RetryAsync(trigger.TriggerId, cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogError(failure, "Trigger {TriggerId} cannot be marked either and is tried again later", trigger.TriggerId);
            await RetryAsync(trigger.TriggerId, cancellationToken);
        }
    }
}
