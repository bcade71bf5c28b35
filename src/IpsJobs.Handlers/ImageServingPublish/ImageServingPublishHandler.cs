using IpsJobs.Contracts;
using IpsJobs.Core.Accounts;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Messages;
using IpsJobs.Handlers.Publishing;
using Microsoft.Extensions.Logging;
using PublishContext = IpsJobs.Core.Accounts.PublishContext;

namespace IpsJobs.Handlers.ImageServingPublish;

/// <summary>Delivers the marked assets of a company to the image servers of a context: files first, then the catalogs.</summary>
public sealed class ImageServingPublishHandler(
    PublishContexts contexts,
    ManifestBuilder builder,
    TargetPlanner planner,
    TargetDelivery delivery,
    TargetCleanup cleanup,
    ILogger<ImageServingPublishHandler> logger) : IJobHandler
{
    /// <inheritdoc/>
    public async Task RunAsync(JobRun run, CancellationToken cancellationToken)
    {
        var block = (ImageServingPublishJob)run.Block;
        run.Checkpoint();
        run.Report(0, PublishPhases.GeneratingManifest);
        var (context, servers) = await FindServersAsync(run, block, cancellationToken);
        var usable = Probe(run, servers);
        var manifest = await builder.BuildAsync(run, context, cancellationToken);
        var plans = await PlanAsync(run, manifest, usable, block.PublishType == PublishTypes.Incremental, cancellationToken);
        await run.SetTotalAsync(plans.Sum(p => p.ItemCount) + PublishRows.CountTargetRows(run.DoneItems), cancellationToken);
        foreach (var server in servers.Except(usable))
            await run.CommitAsync(PublishRows.OfUnusable(run, server), cancellationToken);
        await DeliverAsync(run, plans, cancellationToken);
        var switched = await SwitchAsync(run, new CatalogSwitch(run, manifest, block.PublishType!), plans, cancellationToken);
        if (block.PublishType != PublishTypes.Incremental)
            await cleanup.CleanUpAsync(run, switched, LostCatalogNote(run, plans), cancellationToken);
        run.Checkpoint();
        run.Report(PublishPhases.Done, PublishPhases.CleaningUp);
    }

    private async Task<(PublishContext Context, IReadOnlyList<PublishServer> Servers)> FindServersAsync(
        JobRun run, ImageServingPublishJob block, CancellationToken cancellationToken)
    {
        const string Type = PublishContextTypes.ImageServing;
        var context = await contexts.FindAsync(run.Company.CompanyId, Type, block.ContextHandle, cancellationToken);
        var servers = context is null ? [] : await contexts.ListActiveServersAsync(context, cancellationToken);
        if (context is null || servers.Count == 0)
            throw new FatalJobException(new LocalizedMessage("Log.Fatal.NoActivePublishServer", context?.Name ?? Type));
        return (context, servers);
    }

    private static List<PublishServer> Probe(JobRun run, IReadOnlyList<PublishServer> servers)
    {
        var usable = new List<PublishServer>();
        foreach (var server in servers)
        {
            run.Checkpoint();
            if (TargetProbe.IsUsable(server.Directory, run.Instance.InstanceId))
                usable.Add(server);
        }

        return usable.Count > 0 ? usable : throw new FatalJobException(new LocalizedMessage("Log.Fatal.NoUsableTarget"));
    }

    private async Task<IReadOnlyList<TargetPlan>> PlanAsync(
        JobRun run, Manifest manifest, IEnumerable<PublishServer> servers, bool onlyChanges, CancellationToken cancellationToken)
    {
        var plans = new List<TargetPlan>();
        foreach (var server in servers)
            plans.Add(await planner.PlanAsync(run, manifest, server, onlyChanges, cancellationToken));
        return plans;
    }

    private async Task DeliverAsync(JobRun run, IReadOnlyList<TargetPlan> plans, CancellationToken cancellationToken)
    {
        var progress = new DeliveryProgress(run, plans.Sum(p => (long)p.ItemCount), plans.Sum(p => p.ByteCount));
        foreach (var plan in plans)
            await delivery.DeliverAsync(run, plan, progress, cancellationToken);
        run.Checkpoint();
    }

    // Every target has its files before the first one changes its catalog, so that servers behind one name differ for moments only.
    private async Task<IReadOnlyList<TargetPlan>> SwitchAsync(
        JobRun run, CatalogSwitch catalogs, IReadOnlyList<TargetPlan> plans, CancellationToken cancellationToken)
    {
        var switched = new List<TargetPlan>();
        foreach (var plan in plans)
            if (await TrySwitchAsync(catalogs, plan, cancellationToken))
                switched.Add(plan);
        if (switched.Count == 0)
            throw new FatalJobException(new LocalizedMessage("Log.Fatal.CatalogNotReplaced"));
        foreach (var plan in plans.Except(switched))
            await run.CommitAsync(PublishRows.OfOldCatalog(run, plan.Server), cancellationToken);
        return switched;
    }

    private async Task<bool> TrySwitchAsync(CatalogSwitch catalogs, TargetPlan plan, CancellationToken cancellationToken)
    {
        try
        {
            await catalogs.ApplyAsync(plan, cancellationToken);
            return true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            logger.LogWarning(failure, "The catalog on {Server} could not be replaced", plan.Server.Name);
            return false;
        }
    }

    // A first publish finds no catalog either; only where the history knows files has one been lost.
    private static AuxEntry? LostCatalogNote(JobRun run, IReadOnlyList<TargetPlan> plans) =>
        plans.Any(p => p.HasHistory) && plans.All(p => !p.HasCatalog) ? run.Warning("Log.Publish.CatalogLost") : null;
}
