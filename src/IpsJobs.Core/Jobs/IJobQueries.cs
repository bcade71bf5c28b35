using IpsJobs.Core.Handles;

namespace IpsJobs.Core.Jobs;

/// <summary>Reads jobs and logs; never waits for the writer.</summary>
public interface IJobQueries
{
    Task<JobInstance?> FindInstanceAsync(long instanceId, CancellationToken cancellationToken);

    Task<JobTrigger?> FindTriggerAsync(long triggerId, CancellationToken cancellationToken);

    /// <summary>The trigger of that name (exact case); null when there is none.</summary>
    Task<JobTrigger?> FindTriggerAsync(int companyId, string scheduledName, CancellationToken cancellationToken);

    /// <summary>Instances that a handle names, newest first: one for the instance form, every run of that original name for the scheduled form.
    /// Their job blocks are left empty.</summary>
    Task<IReadOnlyList<JobInstance>> FindInstancesAsync(JobHandle handle, CancellationToken cancellationToken);

    /// <summary>Live instances, by start (or creation) time, then id.</summary>
    Task<IReadOnlyList<JobInstance>> ListActiveAsync(ActiveJobFilter filter, CancellationToken cancellationToken);

    /// <summary>Triggers by next fire time, paused ones last, then name.</summary>
    Task<IReadOnlyList<JobTrigger>> ListTriggersAsync(TriggerFilter filter, CancellationToken cancellationToken);

    /// <summary>Logs of started instances, live ones included. Their job blocks are left empty: thousands may be listed, and no log shows one.</summary>
    Task<IReadOnlyList<JobInstance>> ListLogsAsync(JobLogFilter filter, CancellationToken cancellationToken);

    /// <summary>Logs with a page of their rows; paging applies to each log separately. The job blocks are left empty.</summary>
    Task<IReadOnlyList<JobLogWithRows>> ListLogDetailsAsync(JobLogDetailFilter filter, CancellationToken cancellationToken);

    /// <summary>The newest rows that reference the asset, oldest of them first, with their instances (job blocks left empty).</summary>
    Task<IReadOnlyList<AssetLogRow>> ListAssetLogsAsync(int companyId, long assetId, int limit, CancellationToken cancellationToken);

    /// <summary>Keys of the items of an instance that have their row.</summary>
    Task<IReadOnlySet<string>> ListDoneItemsAsync(long instanceId, CancellationToken cancellationToken);

    /// <summary>Instances waiting in a lane.</summary>
    Task<int> CountWaitingAsync(string laneKey, CancellationToken cancellationToken);
}
