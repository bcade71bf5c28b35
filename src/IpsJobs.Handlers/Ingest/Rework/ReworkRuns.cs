using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Messages;

namespace IpsJobs.Handlers.Ingest;

/// <summary>Processes the assets of a job again, several at a time, and goes on where an interrupted run ended.</summary>
public sealed class ReworkRuns(ReworkSources sources, AssetRework rework, IItemQueries items)
{
    // As many as an upload takes on: the optimiser itself decodes no more than the machine has processors.
    private const int Parallelism = 4;

    /// <returns>What shows the progress, to be finished by the caller.</returns>
    /// <exception cref="JobStoppedException">A stop kept some asset from being begun; each of those has its row.</exception>
    internal async Task<UploadProgress> RunAsync(JobRun run, ReworkJob job, CancellationToken cancellationToken)
    {
        var all = await sources.ResolveAsync(run, job.AssetIds, cancellationToken);
        await run.SetTotalAsync(all.Count + ItemKeys.CountDoneParts(run), cancellationToken);
        await CompleteAsync(run, job, all, cancellationToken);
        var progress = new UploadProgress(run, all.Count, all.Count(i => run.DoneItems.Contains(i.Key)));
        var failures = new FailureStreak();
        await Parallel.ForEachAsync(
            all.Where(i => !run.DoneItems.Contains(i.Key)),
            new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellationToken },
            async (item, token) => failures.Note(await DoAsync(run, job, item, progress, token)));
        run.Checkpoint();
        return progress;
    }

    private async Task<string?> DoAsync(JobRun run, ReworkJob job, ReworkItem item, UploadProgress progress, CancellationToken cancellationToken)
    {
        if (run.StopRequested)
        {
            await run.CommitAsync(new ItemCommit(run.Instance.InstanceId, Cancelled(item)), cancellationToken);
            return null;
        }
        progress.Begin(item.Path);
        var cause = await rework.ReworkAsync(run, job, item, cancellationToken);
        progress.End(item.Path);
        return cause;
    }

    private static LogRow Cancelled(ReworkItem item) => new(LogTypes.FileCancel, new LocalizedMessage("Log.Rework.Cancelled", item.Path))
    {
        ItemKey = item.Key,
        AssetName = item.Asset?.Name ?? "",
        AssetId = item.Asset?.AssetId,
        FileType = LogFileTypes.NoType,
    };

    private async Task CompleteAsync(JobRun run, ReworkJob job, IReadOnlyList<ReworkItem> all, CancellationToken cancellationToken)
    {
        if (run.Instance.Interruptions == 0 || run.DoneItems.Count == 0)
            return;
        var rows = await items.ListDoneAssetsAsync(run.Instance.InstanceId, cancellationToken);
        var done = rows.Where(r => r.LogType == job.DoneRow).Select(r => r.ItemKey).ToHashSet(StringComparer.Ordinal);
        foreach (var item in all.Where(i => done.Contains(i.Key)))
            await rework.CompleteAsync(run, job, item, cancellationToken);
    }
}
