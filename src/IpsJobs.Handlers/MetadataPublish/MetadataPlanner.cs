using IpsJobs.Core.Jobs;
using IpsJobs.Handlers.Publishing;

namespace IpsJobs.Handlers.MetadataPublish;

/// <summary>Compares the selected assets with what the targets hold.</summary>
public sealed class MetadataPlanner(PublishSelection selection)
{
    /// <param name="run">The job.</param>
    /// <param name="found">The targets.</param>
    /// <param name="all">True sends again what the targets hold already.</param>
    /// <param name="cancellationToken">Leaves the job for the next start.</param>
    /// <returns>A plan per usable target, and how many assets are selected.</returns>
    public async Task<(IReadOnlyList<MetadataPlan> Plans, int Selected)> PlanAsync(
        JobRun run, TargetSet found, bool all, CancellationToken cancellationToken)
    {
        var targets = found.Usable.Select(server => new MetadataTarget(server, run.Company.RootPath)).ToList();
        var toSend = targets.ConvertAll(_ => new List<long>());
        var selected = new HashSet<long>();
        await foreach (var (asset, _) in selection.ListAsync(run, found.Context, cancellationToken))
        {
            selected.Add(asset.AssetId);
            var document = AssetDocument.Of(asset);
            for (var i = 0; i < targets.Count; i++)
                if (all || IsDone(run, asset.AssetId, targets[i]) || !targets[i].Holds(asset.AssetId, document))
                    toSend[i].Add(asset.AssetId);
        }

        var plans = targets.Select((target, i) => new MetadataPlan(target, toSend[i], Surplus(run, target, selected))).ToList();
        return (plans, selected.Count);
    }

    // What an earlier run of the instance has done counts among its items, although nothing is left to do for it.
    private static bool IsDone(JobRun run, long assetId, MetadataTarget target) =>
        run.DoneItems.Contains(MetadataRows.KeyOf(assetId, target.Server));

    private static List<long> Surplus(JobRun run, MetadataTarget target, HashSet<long> selected)
    {
        var ending = FormattableString.Invariant($"@{target.Server.ServerId}");
        var done = run.DoneItems
            .Where(key => !key.StartsWith('#') && key.EndsWith(ending, StringComparison.Ordinal))
            .Select(key => long.Parse(key.AsSpan(0, key.Length - ending.Length), System.Globalization.CultureInfo.InvariantCulture));
        return [.. target.ListAssets().Concat(done).Where(id => !selected.Contains(id)).Distinct().Order()];
    }
}
