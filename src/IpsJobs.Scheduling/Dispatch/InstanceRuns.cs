using IpsJobs.Core.Jobs;
using IpsJobs.Scheduling.Alarms;
using Microsoft.Extensions.Logging;

namespace IpsJobs.Scheduling.Dispatch;

/// <summary>A worker's way with one instance: run it, give its place back, dispatch what its end set free.</summary>
internal sealed class InstanceRuns(
    RunInstance run, Mailbox mailbox, RunRetries retries, TriggerFiring firing, ILogger<InstanceRuns> logger)
{
    /// <summary>Runs the instance; whatever happens, the lane gets its place back.</summary>
    public async Task RunAsync(long instanceId, CancellationToken shutdown)
    {
        var freed = await RunToEndAsync(instanceId, shutdown);
        mailbox.Post(new Letter.Left(instanceId));
        Enqueue(freed?.FollowOn);
        Enqueue(freed?.PendingFire);
        if (freed?.PendingFire?.TriggerId is { } unblocked)
            await firing.WakeAsync(unblocked, shutdown);
    }

    private async Task<InstanceEndResult?> RunToEndAsync(long instanceId, CancellationToken shutdown)
    {
        try
        {
            var freed = await run(instanceId, shutdown);
            retries.Forget(instanceId);
            return freed;
        }
        catch (OperationCanceledException) when (shutdown.IsCancellationRequested)
        {
            logger.LogInformation("Instance {InstanceId} is left for the next start", instanceId);
        }
        catch (StateConflictException conflict)
        {
            logger.LogInformation(conflict, "Instance {InstanceId} had ended meanwhile", instanceId);
            retries.Forget(instanceId);
        }
        catch (Exception failure)
        {
            logger.LogError(failure, "Instance {InstanceId} could not be taken to its end and is tried again later", instanceId);
            retries.Later(instanceId);
        }

        return null;
    }

    private void Enqueue(JobInstance? instance)
    {
        if (instance is not null)
            mailbox.Post(new Letter.Waits(instance));
    }
}
