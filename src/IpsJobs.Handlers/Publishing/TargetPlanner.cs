using IpsJobs.Core.Accounts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Jobs;

namespace IpsJobs.Handlers.Publishing;

/// <summary>Compares the list of a publish with the publish history and the files of its targets.</summary>
public sealed class TargetPlanner(IAssetStore assets)
{
    private const int CheckpointInterval = 100;

    /// <param name="run">The job.</param>
    /// <param name="list">What is to be published.</param>
    /// <param name="servers">The targets.</param>
    /// <param name="onlyChanges">True leaves out assets that lie on a target as they are now.</param>
    /// <param name="cancellationToken">Leaves the job for the next start.</param>
    public async Task<IReadOnlyList<TargetPlan>> PlanAsync(
        JobRun run, PublishList list, IEnumerable<PublishServer> servers, bool onlyChanges, CancellationToken cancellationToken)
    {
        var plans = new List<TargetPlan>();
        foreach (var server in servers)
            plans.Add(await PlanAsync(run, list, server, onlyChanges, cancellationToken));
        return plans;
    }

    private async Task<TargetPlan> PlanAsync(
        JobRun run, PublishList list, PublishServer server, bool onlyChanges, CancellationToken cancellationToken)
    {
        var plan = new TargetPlan(server, list.ItemsOf(server.ServerId));
        var published = await assets.ListPublishedAsync(server.ServerId, server.ContextId, cancellationToken);
        plan.HasHistory = published.Count > 0;
        await using var items = new Spool<PlannedItem>(plan.ItemsPath);
        var done = plan.CountDone(run.DoneItems);
        var seen = 0;
        await foreach (var entry in SpoolReader.ReadAsync<PublishEntry>(list.Entries, cancellationToken))
        {
            if (seen++ % CheckpointInterval == 0)
            {
                run.Checkpoint();
                run.Report(PublishPhases.PlanningStart, PublishPhases.GeneratingManifest);
            }

            var revision = published.GetValueOrDefault(entry.AssetId);
            var item = new PlannedItem(entry, [.. entry.Files.Select(file => IsNeeded(file, server, entry, revision))]);
            if (onlyChanges && revision == entry.Revision && !item.Needed.Contains(true))
                continue;
            await items.AddAsync(Note(run, plan, item));
            if (run.DoneItems.Contains(plan.KeyOf(entry)))
                done--;
        }

        // What an earlier run of the instance delivered counts, also when nothing is left to do for it.
        plan.ItemCount = items.Count + done;
        return plan;
    }

    // An item that has its row but not its files failed in an earlier run of this instance.
    private static PlannedItem Note(JobRun run, TargetPlan plan, PlannedItem item)
    {
        if (item.Needed.Where((needed, i) => needed && !item.Entry.Files[i].IsOptional).Any() && run.DoneItems.Contains(plan.KeyOf(item.Entry)))
            plan.Failed.Add(item.Entry.AssetId);
        plan.ByteCount += item.Entry.Files.Sum(file => file.Length);
        return item;
    }

    private static bool IsNeeded(PublishFile file, PublishServer server, PublishEntry entry, string? revision)
    {
        if (revision == PublishRecord.FilesForced || file.Source is null || !(file.IsNamedByContent || entry.HasContentOf(revision)))
            return true;
        var delivered = new FileInfo(file.On(server.Directory));
        return !delivered.Exists || delivered.Length != file.Length;
    }
}
