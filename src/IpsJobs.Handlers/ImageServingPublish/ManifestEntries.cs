using IpsJobs.Core.Accounts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Files;
using IpsJobs.Handlers.Publishing;
using IpsJobs.Handlers.Publishing.Catalogs;

namespace IpsJobs.Handlers.ImageServingPublish;

/// <summary>Finds out which files are delivered for an asset, and under what names.</summary>
public sealed class ManifestEntries(DataFolder data, Company company)
{
    private const int HashNameLength = 32;
    private readonly StoreFiles files = new(data, company);
    private readonly string rootId = RootId.Of(company.RootPath);

    /// <summary>The entry of an asset that image serving delivers.</summary>
    public PublishEntry Of(StoredAsset asset, AssetDelivery delivery)
    {
        if (delivery.IsRecordOnly)
            return StoreFiles.Entry(asset, delivery.FileType, content: "");
        return delivery.Kind == ServingCatalogs.Images ? Image(asset, delivery) : Original(asset, delivery);
    }

    private PublishEntry Image(StoredAsset asset, AssetDelivery delivery)
    {
        var root = CatalogNames.RootNameOf(rootId, ServingCatalogs.Images);
        var content = Path.GetFileNameWithoutExtension(asset.Content.Optimized?.Path) ?? "";
        var image = files.Optimized(asset, root);
        return asset.Content.Details.Mask is { } mask
            ? StoreFiles.Entry(asset, delivery.FileType, $"{content}+{Path.GetFileNameWithoutExtension(mask.Path)}", image, files.Mask(mask, root))
            : StoreFiles.Entry(asset, delivery.FileType, content, image);
    }

    private PublishEntry Original(StoredAsset asset, AssetDelivery delivery)
    {
        var hash = StoreFiles.HashOf(asset);
        var isStatic = delivery.Kind == ServingCatalogs.Static;
        var path = isStatic ? files.FolderOf(asset) + asset.Content.FileName : HashName(delivery.Kind, hash, asset.Content.FileName);
        var root = CatalogNames.RootNameOf(rootId, delivery.Kind);
        return StoreFiles.Entry(asset, delivery.FileType, hash, files.Original(asset, root, path, isNamedByContent: !isStatic));
    }

    // Delivered files never change under their name, so that a server may keep them open or cached.
    private static string HashName(CatalogKind kind, string hash, string fileName)
    {
        var name = hash[..Math.Min(hash.Length, HashNameLength)];
        return $"_{kind.Name}_/{name[..3]}/{name}{Path.GetExtension(fileName).ToLowerInvariant()}";
    }
}
