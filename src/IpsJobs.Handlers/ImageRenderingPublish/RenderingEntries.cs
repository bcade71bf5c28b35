using System.Collections.Frozen;
using IpsJobs.Core.Accounts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Files;
using IpsJobs.Handlers.Publishing;
using IpsJobs.Handlers.Publishing.Catalogs;

namespace IpsJobs.Handlers.ImageRenderingPublish;

/// <summary>Finds out what a rendering server gets of an asset.</summary>
/// <remarks>Vignettes and their like are copied as they are: derived sizes are of a proprietary format that nobody else can write.</remarks>
public sealed class RenderingEntries(IAssetStore assets, DataFolder data, Company company)
{
    private static readonly FrozenDictionary<string, string> Vignettes = new Dictionary<string, string>
    {
        [AssetTypes.Vignette] = LogFileTypes.Vignette,
        [AssetTypes.RenderScene] = LogFileTypes.Vignette,
        [AssetTypes.Cabinet] = LogFileTypes.Cabinet,
        [AssetTypes.WindowCovering] = LogFileTypes.WindowCovering,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly StoreFiles files = new(data, company);
    private readonly string root = RenderingNames.DataNameOf(RootId.Of(company.RootPath));

    /// <summary>The entry of an asset and the data file that lists it; null for assets that another publish delivers.</summary>
    public async Task<(PublishEntry Entry, CatalogKind Kind)?> FindAsync(StoredAsset asset, CancellationToken cancellationToken)
    {
        if (Vignettes.GetValueOrDefault(asset.Content.Type) is { } fileType)
        {
            var path = files.FolderOf(asset) + asset.Content.FileName;
            return (StoreFiles.Entry(asset, fileType, StoreFiles.HashOf(asset), files.Original(asset, root, path)), RenderingCatalogs.Vignettes);
        }

        if (asset.Content.Optimized is not { } image || !await IsMaterialAsync(asset, cancellationToken))
            return null;
        var guid = Path.GetFileNameWithoutExtension(image.Path);
        return (StoreFiles.Entry(asset, LogFileTypes.OptimizedImage, guid, files.Optimized(asset, root)), RenderingCatalogs.Materials);
    }

    // An image is a material when a render set holds it.
    private async Task<bool> IsMaterialAsync(StoredAsset asset, CancellationToken cancellationToken)
    {
        var sets = await assets.ListSetsOfAsync(asset.AssetId, cancellationToken);
        if (sets.Count == 0)
            return false;
        var found = await assets.FindManyAsync(asset.CompanyId, [.. sets], cancellationToken);
        return found.Any(set => set.Content.Type == AssetTypes.RenderSet && set.TrashState == TrashStates.NotInTrash);
    }
}
