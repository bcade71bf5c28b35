using IpsJobs.Core.Jobs;
using Microsoft.Extensions.Options;

namespace IpsJobs.Handlers.Cleanup;

/// <summary>Removes the logs of jobs that ended too long ago, and notices as old.</summary>
public sealed class OldLogs(ILogRetention retention, IOptions<RetentionOptions> options)
{
    // Removed side by side, so that the writer commits them together; small, so that it is soon free for submissions again.
    private const int LogsAtOnce = 32;
    private const int RowsAtOnce = 1000;
    private const int MovesAtOnce = 500;

    /// <exception cref="JobStoppedException">A stop was asked for; what is removed stays removed.</exception>
    public async Task RemoveAsync(JobRun run, CancellationToken cancellationToken)
    {
        var before = run.UtcNow.AddDays(-options.Value.JobLogDays);
        var removed = 0;
        var last = 0L;
        while (!run.StopRequested
            && await retention.ListExpiredAsync(before, last, LogsAtOnce, cancellationToken) is { Count: > 0 } expired)
        {
            removed += (await Task.WhenAll(expired.Select(id => RemoveLogAsync(id, cancellationToken)))).Count(gone => gone);
            last = expired[^1];
        }

        if (removed > 0)
            await CleanupRows.CommitAsync(run, CleanupRows.LogsRemoved(removed), cancellationToken);
        run.Checkpoint();
        while (await retention.RemoveTriggerHistoryAsync(before, MovesAtOnce, cancellationToken) == MovesAtOnce)
            run.Checkpoint();
        await retention.RemoveNoticesAsync(before, cancellationToken);
    }

    // A log once begun is removed to its end: half a log would tell lies about its job.
    private async Task<bool> RemoveLogAsync(long instanceId, CancellationToken cancellationToken)
    {
        var removal = LogRemoval.Partly;
        while (removal == LogRemoval.Partly)
            removal = await retention.RemoveAsync(instanceId, RowsAtOnce, cancellationToken);
        return removal == LogRemoval.Gone;
    }
}
