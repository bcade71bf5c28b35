namespace IpsJobs.Core.Jobs;

/// <summary>What the dispatcher reads at a start to find its work again. All job blocks are left empty: thousands may wait.</summary>
public interface IRecoveryQueries
{
    /// <summary>Every live instance of every company, by id.</summary>
    Task<IReadOnlyList<JobInstance>> ListLiveAsync(CancellationToken cancellationToken);

    /// <summary>Every trigger in any state, by id.</summary>
    Task<IReadOnlyList<JobTrigger>> ListTriggersAsync(CancellationToken cancellationToken);
}
