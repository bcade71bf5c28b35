using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;

namespace IpsJobs.Soap.Operations.Assets;

/// <summary>Finds the assets that stand for others in lists.</summary>
internal sealed class Thumbnails(IAssetStore assets)
{
    /// <summary>The preview of a video; of a set what was chosen for it, or else its first member. Null for other assets, and when it is in the trash.</summary>
    public async Task<StoredAsset?> FindAsync(StoredAsset asset, CancellationToken cancellationToken)
    {
        var candidates = asset.Content.Type switch
        {
            var type when AssetTypeRule.IsVideo(type) => await OfVideoAsync(asset, cancellationToken),
            var type when AssetTypeRule.IsSet(type) => await OfSetAsync(asset, cancellationToken),
            _ => [],
        };
        if (candidates.Count == 0)
            return null;
        var present = (await assets.FindManyAsync(asset.CompanyId, candidates, cancellationToken))
            .Where(candidate => candidate.TrashState == TrashStates.NotInTrash).ToDictionary(candidate => candidate.AssetId);
        return candidates.Where(present.ContainsKey).Select(id => present[id]).FirstOrDefault();
    }

    // One that was put into the trash may lie beside the one that took its place.
    private async Task<IReadOnlyList<long>> OfVideoAsync(StoredAsset video, CancellationToken cancellationToken) =>
    [
        .. (await assets.ListGeneratedAsync(video.AssetId, cancellationToken))
            .Where(made => made.Generation.Engine == GenerationEngines.VideoThumbnail).Select(made => made.AssetId),
    ];

    private async Task<IReadOnlyList<long>> OfSetAsync(StoredAsset set, CancellationToken cancellationToken)
    {
        var members = (await assets.ListMembersAsync(set.AssetId, cancellationToken)).Select(member => member.AssetId);
        return [.. (set.Content.Details.ThumbnailAssetId is { } chosen ? members.Prepend(chosen) : members).Distinct()];
    }
}
