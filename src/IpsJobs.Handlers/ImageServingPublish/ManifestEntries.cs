using IpsJobs.Core.Accounts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Files;

namespace IpsJobs.Handlers.ImageServingPublish;

/// <summary>Finds out which file is delivered for an asset, and under what name.</summary>
public sealed class ManifestEntries(DataFolder data, Company company)
{
    private const int HashNameLength = 32;

    /// <summary>The entry of an asset; null when another publish delivers assets of its type.</summary>
    public ManifestEntry? Find(StoredAsset asset)
    {
        if (AssetDelivery.Find(asset.Content.Type) is not { } delivery)
            return null;
        return delivery.Kind == CatalogKind.Images ? Image(asset) : Original(asset, delivery.Kind);
    }

    private ManifestEntry Image(StoredAsset asset) => asset.Content.Optimized is { } image
        ? Entry(
            asset,
            Resolve(data.Optimized(company.RootPath), image.Path),
            "_optimized_/" + image.Path,
            image.FileSize,
            Path.GetFileNameWithoutExtension(image.Path))
        : Entry(asset, source: null, path: "", length: 0, content: "");

    private ManifestEntry Original(StoredAsset asset, CatalogKind kind)
    {
        var content = asset.Content;
        var place = BelowRoot(content.Folder) + content.FileName;
        var hash = Convert.ToHexStringLower(content.Sha256);
        var path = kind == CatalogKind.Static ? place : HashName(kind, hash, content.FileName);
        return Entry(asset, Resolve(data.Originals(company.RootPath), place), path, content.FileSize, hash);
    }

    // Delivered files never change under their name, so that a server may keep them open or cached.
    private static string HashName(CatalogKind kind, string hash, string fileName)
    {
        var name = hash[..Math.Min(hash.Length, HashNameLength)];
        return $"_{kind.Name}_/{name[..3]}/{name}{Path.GetExtension(fileName).ToLowerInvariant()}";
    }

    private string BelowRoot(string folder) =>
        folder.StartsWith(company.RootPath, StringComparison.Ordinal) ? folder[company.RootPath.Length..] : folder;

    // A path that leaves the store can only come from a damaged row: the asset then has no file, and the others go on.
    private static string? Resolve(ConfinedRoot root, string path)
    {
        try
        {
            return root.Resolve(path);
        }
        catch (PathEscapeException)
        {
            return null;
        }
    }

    private static ManifestEntry Entry(StoredAsset asset, string? source, string path, long length, string content) => new()
    {
        AssetId = asset.AssetId,
        Name = asset.Name,
        Title = asset.Content.Folder + asset.Content.FileName,
        AssetType = asset.Content.Type,
        Source = source,
        Path = source is null ? "" : path,
        Length = source is not null && new FileInfo(source) is { Exists: true } file ? file.Length : length,
        Content = content,
        Stamp = asset.ModifiedUtc.ToUnixTimeMilliseconds(),
    };
}
