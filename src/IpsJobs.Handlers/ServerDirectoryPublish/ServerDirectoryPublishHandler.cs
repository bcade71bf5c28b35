using System.Globalization;
using IpsJobs.Contracts;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Handlers.Publishing;
using IpsJobs.Handlers.Publishing.Catalogs;

namespace IpsJobs.Handlers.ServerDirectoryPublish;

/// <summary>Copies the originals of marked images into a directory, with a list of them and of templates and spin sets.</summary>
public sealed class ServerDirectoryPublishHandler(
    PublishEngine engine, DirectoryManifest manifest, CatalogSwitching switching, TargetCleanup cleanup) : IJobHandler
{
    private const int MostNotes = 100;

    private static readonly PublishFamily Family = new(
        LogTypes.ServerDirectoryPublishSuccess, LogTypes.ServerDirectoryPublishError, LogTypes.ServerDirectoryPublishWarning, Cleanup: null);

    /// <inheritdoc/>
    public async Task RunAsync(JobRun run, CancellationToken cancellationToken)
    {
        var order = new PublishOrder(ContextHandle: null, [PublishContextTypes.ServerDirectory], Family);
        var plans = await engine.DeliverAsync(
            run, order, (context, list) => manifest.StageAsync(run, context, list, cancellationToken), cancellationToken);
        var switched = await switching.SwitchAsync(
            run, Family, plans, plan => DirectoryManifest.ReplaceAsync(run, plan, run.Company, cancellationToken), cancellationToken);
        run.Report(PublishPhases.CleanupStart, PublishPhases.CleaningUp);
        await RemoveAsync(run, switched, cancellationToken);
        run.Checkpoint();
        run.Report(PublishPhases.Done, PublishPhases.CleaningUp);
    }

    // The API has no clean-up rows for this publish, so what was removed stands on the End row.
    private async Task RemoveAsync(JobRun run, IReadOnlyList<TargetPlan> plans, CancellationToken cancellationToken)
    {
        var root = RootId.Of(run.Company.RootPath);
        var paths = await new PublishList(run.StagingDirectory).ListPathsAsync(root, cancellationToken);
        var inUse = paths.Append(DirectoryManifest.FileName).ToHashSet(StringComparer.Ordinal);
        var removed = 0;
        foreach (var plan in plans)
            foreach (var (path, isGone) in cleanup.Remove(run, CleanupArea.Of(plan, root, inUse) with { IsRemovedAtOnce = true }))
            {
                var key = isGone ? "Log.ImageServingPublishCleanupSuccess" : "Log.ImageServingPublishCleanupFailure";
                if (removed++ < MostNotes)
                    run.End.Notes.Add(run.Warning(key, path, plan.Server.Name));
            }

        if (removed > MostNotes)
            run.End.Notes.Add(run.Warning("Log.Publish.MoreRemoved", (removed - MostNotes).ToString(CultureInfo.InvariantCulture)));
    }
}
