using IpsJobs.Core.Jobs;
using IpsJobs.Core.Messages;
using PublishContext = IpsJobs.Core.Accounts.PublishContext;

namespace IpsJobs.Handlers.Publishing;

/// <summary>What all publishes do alike: find the targets, select once, plan per target, deliver with a row per item.</summary>
public sealed class PublishEngine(PublishTargets targets, PublishSelection selection, TargetPlanner planner, TargetDelivery delivery)
{
    /// <summary>Delivers the entries that <paramref name="find"/> makes of the selected assets.</summary>
    /// <param name="run">The job.</param>
    /// <param name="order">What it asks for.</param>
    /// <param name="find">Null for assets that another publish delivers.</param>
    /// <param name="cancellationToken">Leaves the job for the next start.</param>
    public Task<IReadOnlyList<TargetPlan>> DeliverAsync(
        JobRun run, PublishOrder order, Func<SelectedAsset, PublishEntry?> find, CancellationToken cancellationToken) =>
        DeliverAsync(run, order, (context, list) => WriteAsync(run, context, list, find, cancellationToken), cancellationToken);

    /// <summary>Delivers the entries that <paramref name="writeList"/> puts into the list.</summary>
    /// <returns>The plans of the usable targets, each with what failed on it.</returns>
    /// <exception cref="FatalJobException">There is no target, the list cannot be written, or too much failed for one cause.</exception>
    /// <exception cref="JobStoppedException">A stop was asked for; items not begun have their FileCancel row.</exception>
    public async Task<IReadOnlyList<TargetPlan>> DeliverAsync(
        JobRun run, PublishOrder order, Func<PublishContext, PublishList, Task> writeList, CancellationToken cancellationToken)
    {
        run.Checkpoint();
        run.Report(0, PublishPhases.GeneratingManifest);
        var found = await targets.FindAsync(run, order.ContextHandle, order.ContextTypes, cancellationToken);
        var list = new PublishList(run.StagingDirectory);
        await GuardAsync(() => writeList(found.Context, list));
        var plans = await planner.PlanAsync(run, list, found.Usable, order.OnlyChanges, cancellationToken);
        var rows = new PublishRows(run, order.Family);
        await rows.SetTotalAsync(plans, cancellationToken);
        await rows.CommitUnusableAsync(found, cancellationToken);
        await delivery.DeliverAsync(run, plans, order.Family, cancellationToken);
        return plans;
    }

    private async Task WriteAsync(
        JobRun run,
        PublishContext context,
        PublishList list,
        Func<SelectedAsset, PublishEntry?> find,
        CancellationToken cancellationToken)
    {
        await using var entries = new Spool<PublishEntry>(list.Entries);
        await foreach (var asset in selection.ListAsync(run, context, cancellationToken))
            if (find(asset) is { } entry)
                await entries.AddAsync(entry);
    }

    private static async Task GuardAsync(Func<Task> write)
    {
        try
        {
            await write();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new FatalJobException(new LocalizedMessage("Log.Fatal.ManifestFailed"));
        }
    }
}
