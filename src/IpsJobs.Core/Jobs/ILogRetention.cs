namespace IpsJobs.Core.Jobs;

/// <summary>Takes old logs out of the store, in steps so small that no submission has to wait behind them.</summary>
public interface ILogRetention
{
    /// <summary>Instances that ended before a time and have no mail or notification left to send, by id.</summary>
    /// <param name="endedBeforeUtc">End of the time they are kept.</param>
    /// <param name="afterInstanceId">Begins behind this one; 0 begins at the oldest.</param>
    /// <param name="limit">Most instances to list.</param>
    /// <param name="cancellationToken">Cancels the listing.</param>
    Task<IReadOnlyList<long>> ListExpiredAsync(
        DateTimeOffset endedBeforeUtc, long afterInstanceId, int limit, CancellationToken cancellationToken);

    /// <summary>Removes rows of an ended instance, and with the last of them its outgoing rows, its history and itself.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="rowLimit">Most rows to remove; with more of them the call is to be repeated.</param>
    /// <param name="cancellationToken">Cancels before the commit.</param>
    Task<LogRemoval> RemoveAsync(long instanceId, int rowLimit, CancellationToken cancellationToken);

    /// <summary>Removes the oldest moves of triggers that are gone.</summary>
    /// <returns>Moves removed; fewer than <paramref name="limit"/> when no more are old enough.</returns>
    Task<int> RemoveTriggerHistoryAsync(DateTimeOffset beforeUtc, int limit, CancellationToken cancellationToken);

    /// <summary>Removes mails of notices, which belong to no instance, unless they are still to be sent.</summary>
    /// <param name="beforeUtc">Those that came up later stay.</param>
    /// <param name="cancellationToken">Cancels before the commit.</param>
    Task RemoveNoticesAsync(DateTimeOffset beforeUtc, CancellationToken cancellationToken);
}
