using IpsJobs.Contracts;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Handlers.Publishing;
using IpsJobs.Handlers.Publishing.Catalogs;

namespace IpsJobs.Handlers.ImageRenderingPublish;

/// <summary>Delivers marked vignettes, cabinets, window coverings, render scenes and materials: always all of them, with clean-up.</summary>
public sealed class ImageRenderingPublishHandler(
    PublishEngine engine, RenderingManifest manifest, CatalogSwitching switching, TargetCleanup cleanup) : IJobHandler
{
    private static readonly PublishFamily Family = new(
        LogTypes.ImageRenderingPublishSuccess, LogTypes.ImageRenderingPublishError, Warning: null, "ImageRenderingPublishCleanup");

    /// <inheritdoc/>
    public async Task RunAsync(JobRun run, CancellationToken cancellationToken)
    {
        var block = (ImageRenderingPublishJob)run.Block;
        var order = new PublishOrder(block.ContextHandle, [PublishContextTypes.ImageRendering], Family);
        var plans = await engine.DeliverAsync(
            run, order, (context, list) => manifest.StageAsync(run, context, list, cancellationToken), cancellationToken);
        var switched = await switching.SwitchAsync(
            run, Family, plans, plan => manifest.SwitchAsync(run, plan, cancellationToken), cancellationToken);
        var areas = switched.Select(plan => RenderingManifest.CleanupOf(run, plan));
        await cleanup.CleanUpAsync(run, Family, areas, note: null, cancellationToken);
        run.Checkpoint();
        run.Report(PublishPhases.Done, PublishPhases.CleaningUp);
    }
}
