using IpsJobs.Contracts;
using IpsJobs.Core.Jobs;
using IpsJobs.Handlers.AutoSets;
using IpsJobs.Handlers.Ingest;
using Microsoft.Extensions.Options;

namespace IpsJobs.Handlers.UrlUpload;

/// <summary>Fetches files from addresses and makes assets of them.</summary>
public sealed class UrlUploadHandler(UrlFetcher fetcher, FileIngest ingest, AutomaticSets sets, IOptions<UrlUploadOptions> options) : IJobHandler
{
    /// <inheritdoc/>
    public async Task RunAsync(JobRun run, CancellationToken cancellationToken)
    {
        var job = (UploadUrlsJob)run.Block;
        var entries = UploadEntry.ListOf(job, run.Company);
        await run.SetTotalAsync(entries.Count(e => e.Counts) + ItemKeys.CountDoneParts(run), cancellationToken);
        var settings = UploadSettings.Of(job);
        await ingest.CompleteAsync(run, settings, cancellationToken);
        var progress = new UploadProgress(run, entries.Count);
        using var work = new UrlUploadWork(run, settings, fetcher, ingest, progress, options.Value.Parallel);
        await Parallel.ForEachAsync(
            work.InTurnAsync(entries.GroupBy(e => e.Name, StringComparer.Ordinal), cancellationToken),
            new ParallelOptions { MaxDegreeOfParallelism = options.Value.Batch, CancellationToken = cancellationToken },
            async (turn, token) => await work.DoAsync(turn, token));
        if (work.Stopped)
            throw new JobStoppedException(run.Instance.InstanceId);
        await sets.MakeAsync(run, settings, folder: null, progress, cancellationToken);
        progress.Finish();
    }
}
