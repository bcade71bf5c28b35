namespace IpsJobs.Core.Jobs;

/// <summary>The one gate through which jobs come into being, change state and end. Every call is durable when it returns.</summary>
/// <remarks>Calls are collected and committed in groups by a single writer; they may come from any thread.</remarks>
public interface IJobStore
{
    /// <summary>Stores an instance and gives it its name (creation time in the server's zone, moved on by 1 ms until free).</summary>
    Task<JobInstance> AddInstanceAsync(NewInstance instance, CancellationToken cancellationToken);

    /// <exception cref="Faults.RuleViolationException">30000: the company has a scheduled job of that name.</exception>
    Task<JobTrigger> AddTriggerAsync(NewTrigger trigger, CancellationToken cancellationToken);

    /// <summary>Moves an instance on, writes the history, or throws if it has already left <paramref name="from"/>.</summary>
    /// <exception cref="StateConflictException">It is in another state, or the move is illegal.</exception>
    Task MoveInstanceAsync(long instanceId, InstanceState from, InstanceState to, CancellationToken cancellationToken);

    /// <summary>Takes a waiting instance to Running, or resumes one that a restart interrupted (its interruptions grow by one).</summary>
    /// <exception cref="StateConflictException">It is Done.</exception>
    Task<JobInstance> StartInstanceAsync(InstanceStart start, CancellationToken cancellationToken);

    /// <summary>Marks a live instance as stopped by somebody: Running becomes Stopping; a waiting one stays where it is and ends when it is dispatched.</summary>
    /// <returns>The instance afterwards; unchanged when it is already Stopping or Done.</returns>
    Task<JobInstance> RequestStopAsync(long instanceId, string stoppedBy, CancellationToken cancellationToken);

    /// <summary>Commits a finished work item, or a row that is none (its <see cref="LogRow.ItemKey"/> is null). An item whose key already has a row changes nothing.</summary>
    /// <returns>Id of the asset added or changed; null when the item changes none.</returns>
    Task<long?> CommitItemAsync(ItemCommit item, CancellationToken cancellationToken);

    /// <summary>Ends an instance; a trigger it blocked becomes Normal and its pending fire is stored in the same commit.</summary>
    /// <exception cref="StateConflictException">It has ended already.</exception>
    Task<InstanceEndResult> EndInstanceAsync(InstanceEnd end, CancellationToken cancellationToken);

    /// <summary>Fires a trigger: stores the instance and advances or removes the trigger, or remembers one pending fire while an instance of it is alive.</summary>
    Task<TriggerFireResult> FireTriggerAsync(TriggerFire fire, CancellationToken cancellationToken);

    /// <summary>Changes state and next fire time of a trigger.</summary>
    /// <exception cref="StateConflictException">The trigger is gone or has left <paramref name="from"/>.</exception>
    Task<JobTrigger> MoveTriggerAsync(
        long triggerId, TriggerState from, TriggerState to, DateTimeOffset? nextFireUtc, CancellationToken cancellationToken);

    /// <summary>Removes a trigger; instances already alive continue.</summary>
    /// <exception cref="StateConflictException">The trigger is gone.</exception>
    Task DeleteTriggerAsync(long triggerId, CancellationToken cancellationToken);
}
