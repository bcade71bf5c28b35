using IpsJobs.Core.Accounts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Jobs;
using IpsJobs.Handlers.Publishing;
using IpsJobs.Handlers.Publishing.Catalogs;

namespace IpsJobs.Handlers.ImageServingPublish;

/// <summary>Compares the manifest with the publish history and the files of one target.</summary>
public sealed class TargetPlanner(IAssetStore assets)
{
    private const int CheckpointInterval = 100;

    /// <param name="run">The job.</param>
    /// <param name="manifest">What is to be published.</param>
    /// <param name="server">The target.</param>
    /// <param name="onlyChanges">True leaves out assets that lie on the target as they are now.</param>
    /// <param name="cancellationToken">Leaves the job for the next start.</param>
    public async Task<TargetPlan> PlanAsync(
        JobRun run, Manifest manifest, PublishServer server, bool onlyChanges, CancellationToken cancellationToken)
    {
        var names = new CatalogNames(server.Directory, run.Company.RootPath);
        var plan = new TargetPlan(server, names, manifest.ItemsOf(server.ServerId)) { HasCatalog = IsUsable(names) };
        var published = await assets.ListPublishedAsync(server.ServerId, server.ContextId, cancellationToken);
        plan.HasHistory = published.Count > 0;
        await using var items = new Spool<PlannedItem>(plan.ItemsPath);
        var done = plan.CountDone(run.DoneItems);
        var seen = 0;
        await foreach (var entry in SpoolReader.ReadAsync<ManifestEntry>(manifest.Entries, cancellationToken))
        {
            if (seen++ % CheckpointInterval == 0)
            {
                run.Checkpoint();
                run.Report(PublishPhases.PlanningStart, PublishPhases.GeneratingManifest);
            }

            var revision = published.GetValueOrDefault(entry.AssetId);
            var needsFile = NeedsFile(names, entry, revision);
            if (!onlyChanges || needsFile || revision != entry.Revision)
            {
                await items.AddAsync(Note(run, plan, new PlannedItem(entry, needsFile)));
                if (run.DoneItems.Contains(plan.KeyOf(entry)))
                    done--;
            }
        }

        // What an earlier run of the instance delivered counts, also when nothing is left to do for it.
        plan.ItemCount = items.Count + done;
        return plan;
    }

    // An item that has its row but not its file failed in an earlier run of this instance.
    private static PlannedItem Note(JobRun run, TargetPlan plan, PlannedItem item)
    {
        if (item.NeedsFile && run.DoneItems.Contains(plan.KeyOf(item.Entry)))
            plan.Failed.Add(item.Entry.AssetId);
        plan.ByteCount += item.Entry.Length;
        return item;
    }

    private static bool NeedsFile(CatalogNames names, ManifestEntry entry, string? revision)
    {
        if (entry.Source is null || !(entry.IsNamedByContent || entry.HasContentOf(revision)))
            return true;
        var file = new FileInfo(names.Resolve(entry.Delivery.Kind, entry.Path));
        return !file.Exists || file.Length != entry.Length;
    }

    private static bool IsUsable(CatalogNames names) =>
        File.Exists(names.Attributes) && CatalogReader.HasColumns(names.FileOf(CatalogKind.Images), CatalogKind.Images.Columns);
}
