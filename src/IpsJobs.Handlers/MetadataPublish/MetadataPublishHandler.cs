using System.Text.Json;
using IpsJobs.Contracts;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Messages;
using IpsJobs.Handlers.Publishing;

namespace IpsJobs.Handlers.MetadataPublish;

/// <summary>Brings what is known of the marked assets to the targets: a JSON document per asset, and an index last.</summary>
public sealed class MetadataPublishHandler(PublishTargets targets, MetadataPlanner planner, MetadataDelivery delivery) : IJobHandler
{
    /// <summary>A company without targets for metadata gets it on those of image serving.</summary>
    public static IReadOnlyList<string> ContextTypes { get; } = [PublishContextTypes.Metadata, PublishContextTypes.ImageServing];

    /// <inheritdoc/>
    public async Task RunAsync(JobRun run, CancellationToken cancellationToken)
    {
        var block = (MetadataPublishJob)run.Block;
        run.Checkpoint();
        run.Report(0, PublishPhases.GeneratingManifest);
        var found = await targets.FindAsync(run, contextHandle: null, ContextTypes, cancellationToken);
        var (plans, selected) = await planner.PlanAsync(run, found, block.ForcePublish ?? false, cancellationToken);
        var items = plans.Sum(plan => plan.Assets.Count());
        await run.SetTotalAsync(
            items + run.DoneItems.Count(key => key.StartsWith(MetadataRows.TargetKey, StringComparison.Ordinal)), cancellationToken);
        foreach (var server in found.Unusable)
            await run.CommitAsync(MetadataRows.Unusable(run, server), cancellationToken);
        var progress = new DeliveryProgress(run, items, bytes: 0);
        foreach (var plan in plans)
            await delivery.DeliverAsync(run, plan, () => progress.Add(1), cancellationToken);
        run.Checkpoint();
        foreach (var plan in plans)
            await ReplaceIndexAsync(run, plan.Target, selected);
        run.Report(PublishPhases.Done, PublishPhases.DeliveringFiles);
    }

    // The index says that everything before it is there; without it a reader would not know of the publish.
    private static async Task ReplaceIndexAsync(JobRun run, MetadataTarget target, int selected)
    {
        try
        {
            await AtomicFile.ReplaceAsync(target.Index, stream => JsonSerializer.SerializeAsync(
                stream, new { count = selected, publishInfo = run.Instance.InstanceName, time = run.UtcNow }));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new FatalJobException(new LocalizedMessage("Log.Fatal.CatalogNotReplaced"));
        }
    }
}
