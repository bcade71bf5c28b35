using IpsJobs.Contracts;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Files;
using IpsJobs.Core.Jobs;
using IpsJobs.Handlers.Publishing;

namespace IpsJobs.Handlers.VideoPublish;

/// <summary>Copies marked videos, sounds, captions and players to the video servers of a context; there is no catalog.</summary>
public sealed class VideoPublishHandler(PublishEngine engine, TargetCleanup cleanup, DataFolder data) : IJobHandler
{
    private static readonly PublishFamily Family = new(
        LogTypes.VideoPublishSuccess, LogTypes.VideoPublishError, LogTypes.VideoPublishWarning, "VideoPublishCleanup");

    /// <inheritdoc/>
    public async Task RunAsync(JobRun run, CancellationToken cancellationToken)
    {
        var block = (VideoPublishJob)run.Block;
        var entries = new VideoEntries(data, run.Company);
        var order = new PublishOrder(block.ContextHandle, [PublishContextTypes.Video], Family);
        var plans = await engine.DeliverAsync(run, order, entries.Find, cancellationToken);
        // What could not be renewed is still published, in its earlier form.
        var inUse = await new PublishList(run.StagingDirectory).ListPathsAsync(entries.Root, cancellationToken);
        var areas = plans.Select(plan => CleanupArea.Of(plan, entries.Root, inUse));
        await cleanup.CleanUpAsync(run, Family, areas, note: null, cancellationToken);
        run.Checkpoint();
        run.Report(PublishPhases.Done, PublishPhases.CleaningUp);
    }
}
