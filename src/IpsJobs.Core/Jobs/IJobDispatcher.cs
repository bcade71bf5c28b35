namespace IpsJobs.Core.Jobs;

/// <summary>Brings stored work to a worker: lanes, workers and alarms of one node, or of a cluster.</summary>
/// <remarks>Everything it knows can be rebuilt from the store; telling it something twice does no harm.</remarks>
public interface IJobDispatcher
{
    /// <summary>A committed instance waits for its lane, or one that waits for its client has work again.</summary>
    /// <remarks>Work that came while the instance was about to rest is not overlooked.</remarks>
    void Enqueue(JobInstance instance);

    /// <summary>Arms (or arms anew) the alarm of a trigger; a trigger that is not Normal is disarmed.</summary>
    ValueTask ArmAsync(JobTrigger trigger, CancellationToken cancellationToken);

    ValueTask DisarmAsync(long triggerId, CancellationToken cancellationToken);

    /// <summary>Passes a stop on to the worker of the instance; one that still waits is dispatched at once so that it can end.</summary>
    void SignalStop(long instanceId);
}
