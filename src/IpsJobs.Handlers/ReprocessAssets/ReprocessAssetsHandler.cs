using IpsJobs.Contracts;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Handlers.AutoSets;
using IpsJobs.Handlers.Ingest;
using Company = IpsJobs.Core.Accounts.Company;

namespace IpsJobs.Handlers.ReprocessAssets;

/// <summary>Processes stored originals again: their pictures, and the pages, layers and other parts made of them.</summary>
public sealed class ReprocessAssetsHandler(ReworkRuns runs, AutomaticSets sets) : IJobHandler
{
    /// <inheritdoc/>
    public async Task RunAsync(JobRun run, CancellationToken cancellationToken)
    {
        var job = (ReprocessAssetsJob)run.Block;
        var settings = UploadSettings.Of(job);
        var work = new ReworkJob
        {
            Handles = job.AssetHandleArray,
            Settings = settings,
            OptionsOf = stored => StoredOptions.Complete(settings.Options, stored),
            Mark = MarkOf(job, run.Company),
            DoneRow = LogTypes.ReoptimizeSuccess,
            FailedRow = LogTypes.ReoptimizeFailure,
        };
        var progress = await runs.RunAsync(run, work, cancellationToken);
        await sets.MakeAsync(run, settings, folder: null, progress, cancellationToken);
        progress.Finish();
    }

    // A mark that is to be preserved is not changed, even where the job names another.
    private static bool? MarkOf(ReprocessAssetsJob job, Company company) =>
        job.PreservePublishState ?? company.RetainPublishState ? null : job.ReadyForPublish;
}
