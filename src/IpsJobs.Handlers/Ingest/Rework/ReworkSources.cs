using System.Collections.Frozen;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Files;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Messages;

namespace IpsJobs.Handlers.Ingest;

/// <summary>Finds the originals of the assets that a job processes again.</summary>
public sealed class ReworkSources(IAssetStore assets, DataFolder data)
{
    private static readonly FrozenSet<string> WithoutOriginal = FrozenSet.Create(
        StringComparer.Ordinal,
        [
            AssetTypes.ImageSet, AssetTypes.RenderSet, AssetTypes.SpinSet, AssetTypes.AssetSet, AssetTypes.Catalog, AssetTypes.Template,
            AssetTypes.AdjustedView, AssetTypes.LayerView, AssetTypes.ImageMap, AssetTypes.ViewerPreset,
        ]);

    /// <summary>The assets, where an adaptive set of videos stands for the video it was made of; each once.</summary>
    internal async Task<IReadOnlyList<ReworkItem>> ResolveAsync(JobRun run, IReadOnlyList<long> assetIds, CancellationToken cancellationToken)
    {
        var sources = new List<long>();
        var listed = (await assets.FindManyAsync(run.Company.CompanyId, assetIds, cancellationToken)).ToDictionary(a => a.AssetId);
        foreach (var id in assetIds)
            sources.Add(await SourceOfAsync(id, listed.GetValueOrDefault(id), cancellationToken));
        var unique = sources.Distinct().ToList();
        var found = (await assets.FindManyAsync(run.Company.CompanyId, unique, cancellationToken)).ToDictionary(a => a.AssetId);
        return [.. unique.Select(id => new ReworkItem(id, found.GetValueOrDefault(id)))];
    }

    /// <summary>Why an asset cannot be processed again; null when it can.</summary>
    internal LocalizedMessage? FindRefusal(JobRun run, ReworkItem item)
    {
        if (item.Asset is not { TrashState: TrashStates.NotInTrash } asset)
            return new LocalizedMessage("Log.Rework.Gone", item.Path);
        if (WithoutOriginal.Contains(asset.Content.Type))
            return new LocalizedMessage("Log.Rework.NothingToProcess", asset.Name, asset.Content.Type);
        return File.Exists(OriginalOf(run, asset)) ? null : new LocalizedMessage("Log.Rework.OriginalMissing", item.Path);
    }

    internal string OriginalOf(JobRun run, StoredAsset asset) =>
        data.Original(run.Company.RootPath, asset.Content.Folder, asset.Content.FileName);

    private async Task<long> SourceOfAsync(long assetId, StoredAsset? asset, CancellationToken cancellationToken) =>
        asset?.Content.Type == AssetTypes.AssetSet && await assets.FindGenerationAsync(assetId, cancellationToken) is { } generation
            ? generation.OriginatorId
            : assetId;
}
