namespace IpsJobs.Core.Jobs;

/// <summary>Does the work of one job type, item by item. It knows nothing of SOAP, HTTP requests or the scheduler.</summary>
/// <remarks>A handler may run twice over the same instance: it skips <see cref="JobRun.DoneItems"/> and every step is safe to repeat.
/// Begin, header and End rows, mail, notifications and follow-ons are the runner's.</remarks>
public interface IJobHandler
{
    /// <summary>Works until all items have their row.</summary>
    /// <exception cref="JobStoppedException">A checkpoint found a stop request; items not begun have their FileCancel row.</exception>
    /// <exception cref="JobRestsException">The instance waits for its client and has been moved to WaitingClient.</exception>
    /// <exception cref="FatalJobException">The job cannot go on.</exception>
    Task RunAsync(JobRun run, CancellationToken cancellationToken);
}
