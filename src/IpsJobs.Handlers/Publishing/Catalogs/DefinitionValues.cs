using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Handles;

namespace IpsJobs.Handlers.Publishing.Catalogs;

/// <summary>Values of the functions in the definition of an asset set, from the assets that it names.</summary>
/// <param name="rootId">First part of every catalog id.</param>
/// <param name="assets">The assets by id; the function of one that is missing gives no text.</param>
public sealed class DefinitionValues(string rootId, IReadOnlyDictionary<long, StoredAsset> assets)
{
    /// <summary>The value of a function; null when nobody knows such a function.</summary>
    public string? Of(SetFunction function)
    {
        var asset = function.Handles is [var first, ..] && AssetHandle.TryParse(first, out var handle) ? assets.GetValueOrDefault(handle.AssetId) : null;
        return function.Name.ToLowerInvariant() switch
        {
            "getcatalogid" => CatalogId(asset),
            "getthumbcatalogid" => CatalogId(Thumbnail(asset)),
            "getfilepath" => asset is null ? "" : SetMembers.Encode(asset.Content.Folder + asset.Content.FileName),
            "getmetadata" => Metadata(asset, function.Handles.ElementAtOrDefault(1)),
            _ => null,
        };
    }

    /// <summary>True for assets that stand for themselves in lists; others are shown by their thumbnail asset.</summary>
    public static bool IsPicture(StoredAsset asset) =>
        AssetTypeRule.IsPicture(asset.Content.Type) || asset.Content.Type is AssetTypes.AdjustedView or AssetTypes.LayerView;

    private string CatalogId(StoredAsset? asset) => asset is null ? "" : SetMembers.Encode($"{rootId}/{asset.Name}");

    private StoredAsset? Thumbnail(StoredAsset? asset) => asset switch
    {
        null => null,
        _ when IsPicture(asset) => asset,
        { Content.Details.ThumbnailAssetId: { } id } => assets.GetValueOrDefault(id),
        _ => null,
    };

    // Text for viewers, which is copied as it is: a date keeps its colons.
    private static string Metadata(StoredAsset? asset, string? field) =>
        asset is not null && MetadataFieldHandle.TryParse(field, out var handle)
            ? asset.Content.Metadata.GetValueOrDefault(handle.StoredName, "")
            : "";
}
