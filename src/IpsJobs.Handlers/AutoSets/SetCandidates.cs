using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Handlers.Ingest;

namespace IpsJobs.Handlers.AutoSets;

/// <summary>Finds the assets that a job's presets look at.</summary>
public sealed class SetCandidates(IAssetStore assets, IItemQueries items)
{
    private static readonly string[] Uploaded = [LogTypes.UploadSuccess, LogTypes.FileUpdated, LogTypes.ReoptimizeSuccess];

    /// <summary>What the instance has added or updated so far, in the order of its rows; earlier runs of it included.</summary>
    public async Task<IReadOnlyList<SetCandidate>> OfUploadAsync(JobRun run, CancellationToken cancellationToken)
    {
        var done = (await items.ListDoneAssetsAsync(run.Instance.InstanceId, cancellationToken))
            .Where(i => Uploaded.Contains(i.LogType) && !SetKeys.Includes(i.ItemKey))
            .DistinctBy(i => i.AssetId)
            .ToList();
        var found = await FindAsync(run.Company.CompanyId, [.. done.Select(i => i.AssetId)], cancellationToken);
        return
        [
            .. done.Where(i => found.ContainsKey(i.AssetId))
                .Select(i => new SetCandidate(found[i.AssetId], ItemKeys.IsPart(i.ItemKey))),
        ];
    }

    /// <summary>The listed assets, each once, followed by what was made from them and is not listed itself.</summary>
    public async Task<IReadOnlyList<SetCandidate>> OfListAsync(int companyId, IReadOnlyList<long> assetIds, CancellationToken cancellationToken)
    {
        var derived = new List<long>();
        foreach (var assetId in assetIds)
            derived.AddRange((await assets.ListGeneratedAsync(assetId, cancellationToken)).Select(g => g.AssetId));
        var found = await FindAsync(companyId, [.. assetIds.Concat(derived).Distinct()], cancellationToken);
        return
        [
            .. assetIds.Distinct().Where(found.ContainsKey).Select(id => new SetCandidate(found[id], IsDerived: false)),
            .. derived.Distinct().Where(id => found.ContainsKey(id) && !assetIds.Contains(id)).Select(id => new SetCandidate(found[id], IsDerived: true)),
        ];
    }

    private async Task<Dictionary<long, StoredAsset>> FindAsync(int companyId, IReadOnlyList<long> ids, CancellationToken cancellationToken)
    {
        const int AtOnce = 500;
        var found = new Dictionary<long, StoredAsset>();
        foreach (var chunk in ids.Chunk(AtOnce))
            foreach (var asset in await assets.FindManyAsync(companyId, chunk, cancellationToken))
                if (asset.TrashState == TrashStates.NotInTrash)
                    found[asset.AssetId] = asset;
        return found;
    }
}
