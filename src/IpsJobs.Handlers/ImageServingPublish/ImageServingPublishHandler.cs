using IpsJobs.Contracts;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Handlers.Publishing;
using IpsJobs.Handlers.Publishing.Catalogs;
using PublishContext = IpsJobs.Core.Accounts.PublishContext;

namespace IpsJobs.Handlers.ImageServingPublish;

/// <summary>Delivers the marked assets of a company to the image servers of a context: files first, then the catalogs.</summary>
public sealed class ImageServingPublishHandler(
    PublishEngine engine,
    ManifestBuilder builder,
    ImagePresets presets,
    UnchangedTargets unchanged,
    CatalogSwitching switching,
    TargetCleanup cleanup) : IJobHandler
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
        var definitions = await presets.ListAsync(run.Company.CompanyId, cancellationToken);
        // What an earlier run of the instance has begun is completed in any case.
        if (isIncremental && run.DoneItems.Count == 0 && await unchanged.AreAllAsync(run, block.ContextHandle, definitions, cancellationToken))
        {
            await run.SetTotalAsync(0, cancellationToken);
            return;
        }

        var staged = new StagedState();
        var plans = await engine.DeliverAsync(
            run,
            new PublishOrder(block.ContextHandle, [PublishContextTypes.ImageServing], Family, isIncremental),
            (context, list) => StageAsync(run, block, context, list, staged, cancellationToken),
            cancellationToken);
        var targets = plans.Select(plan => new ServingTarget(plan, run.Company.RootPath)).ToList();
        var note = LostCatalogNote(run, targets);
        var catalogs = new CatalogSwitch(run, block.PublishType!, definitions);
        var switched = await switching.SwitchAsync(
            run, Family, plans, plan => SwitchAsync(catalogs, targets.Single(t => t.Plan == plan), staged, definitions, cancellationToken), cancellationToken);
        if (!isIncremental)
            await cleanup.CleanUpAsync(
                run, Family, targets.Where(t => switched.Contains(t.Plan)).SelectMany(t => t.CleanupAreas()), note, cancellationToken);
        run.Checkpoint();
        run.Report(PublishPhases.Done, PublishPhases.CleaningUp);
    }

    private async Task StageAsync(
        JobRun run, ImageServingPublishJob block, PublishContext context, PublishList list, StagedState staged, CancellationToken cancellationToken)
    {
        staged.Context = context;
        staged.Selection = await unchanged.FindSelectionAsync(context, cancellationToken);
        staged.IsPlain = await builder.BuildAsync(run, context, list, block.PublishType == PublishTypes.FullWithSearch, cancellationToken);
    }

    private async Task SwitchAsync(
        CatalogSwitch catalogs, ServingTarget target, StagedState staged, IReadOnlyDictionary<string, string> definitions,
        CancellationToken cancellationToken)
    {
        UnchangedTargets.Remove(target.Names);
        await catalogs.ApplyAsync(target, cancellationToken);
        if (staged is { IsPlain: true, Context: { } context } && target.Plan.Failed.Count == 0)
            await unchanged.PutAsync(context, staged.Selection, target, definitions, cancellationToken);
    }

    // A first publish finds no catalog either; only where the history knows files has one been lost.
    private static AuxEntry? LostCatalogNote(JobRun run, IReadOnlyList<ServingTarget> targets) =>
        targets.Any(t => t.Plan.HasHistory) && targets.All(t => !t.HasCatalog) ? run.Warning("Log.Publish.CatalogLost") : null;
}
