using IpsJobs.Contracts;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Handlers.Publishing;
using IpsJobs.Handlers.Publishing.Catalogs;

namespace IpsJobs.Handlers.ImageServingPublish;

/// <summary>Delivers the marked assets of a company to the image servers of a context: files first, then the catalogs.</summary>
public sealed class ImageServingPublishHandler(
    PublishEngine engine, ManifestBuilder builder, ImagePresets presets, CatalogSwitching switching, TargetCleanup cleanup) : IJobHandler
{
    /// <summary>Log types of this publish.</summary>
    public static PublishFamily Family { get; } = new(
        LogTypes.ImageServingPublishSuccess,
        LogTypes.ImageServingPublishError,
        LogTypes.ImageServingPublishWarning,
        "ImageServingPublishCleanup");

    /// <inheritdoc/>
    public async Task RunAsync(JobRun run, CancellationToken cancellationToken)
    {
        var block = (ImageServingPublishJob)run.Block;
        var isIncremental = block.PublishType == PublishTypes.Incremental;
        var order = new PublishOrder(block.ContextHandle, [PublishContextTypes.ImageServing], Family, isIncremental);
        var withWords = block.PublishType == PublishTypes.FullWithSearch;
        var plans = await engine.DeliverAsync(
            run, order, (context, list) => builder.BuildAsync(run, context, list, withWords, cancellationToken), cancellationToken);
        var targets = plans.Select(plan => new ServingTarget(plan, run.Company.RootPath)).ToList();
        var note = LostCatalogNote(run, targets);
        var catalogs = new CatalogSwitch(run, block.PublishType!, await presets.ListAsync(run.Company.CompanyId, cancellationToken));
        var switched = await switching.SwitchAsync(
            run, Family, plans, plan => catalogs.ApplyAsync(targets.Single(t => t.Plan == plan), cancellationToken), cancellationToken);
        if (!isIncremental)
            await cleanup.CleanUpAsync(
                run, Family, targets.Where(t => switched.Contains(t.Plan)).SelectMany(t => t.CleanupAreas()), note, cancellationToken);
        run.Checkpoint();
        run.Report(PublishPhases.Done, PublishPhases.CleaningUp);
    }

    // A first publish finds no catalog either; only where the history knows files has one been lost.
    private static AuxEntry? LostCatalogNote(JobRun run, IReadOnlyList<ServingTarget> targets) =>
        targets.Any(t => t.Plan.HasHistory) && targets.All(t => !t.HasCatalog) ? run.Warning("Log.Publish.CatalogLost") : null;
}
