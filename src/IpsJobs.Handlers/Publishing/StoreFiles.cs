using IpsJobs.Core.Accounts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Files;

namespace IpsJobs.Handlers.Publishing;

/// <summary>Finds the files of a company's assets in the store, and describes what is delivered of them.</summary>
public sealed class StoreFiles(DataFolder data, Company company)
{
    /// <summary>Folder of the asset without the company root.</summary>
    public string FolderOf(StoredAsset asset) => BelowRoot(asset.Content.Folder);

    /// <summary>The original of an asset.</summary>
    /// <param name="asset">The asset.</param>
    /// <param name="root">Directory below a target.</param>
    /// <param name="path">Path below <paramref name="root"/>.</param>
    /// <param name="isNamedByContent">See <see cref="PublishFile"/>.</param>
    public PublishFile Original(StoredAsset asset, string root, string path, bool isNamedByContent = false) =>
        File(OriginalOf(asset), root, path, asset.Content.FileSize, isNamedByContent);

    /// <summary>Absolute path of the original; null for assets without one, and when a damaged row names a path outside the store.</summary>
    public string? OriginalOf(StoredAsset asset) =>
        asset.Content.HasFile ? Resolve(data.Originals(company.RootPath), FolderOf(asset) + asset.Content.FileName) : null;

    /// <summary>Absolute path of the optimised file; null when the asset has none.</summary>
    public string? OptimizedOf(StoredAsset asset) =>
        asset.Content.Optimized is { } image ? Resolve(data.Optimized(company.RootPath), image.Path) : null;

    /// <summary>The optimised file of an image; without a source when the asset has none.</summary>
    public PublishFile Optimized(StoredAsset asset, string root) => asset.Content.Optimized is { } image
        ? File(OptimizedOf(asset), root, "_optimized_/" + image.Path, image.FileSize, isNamedByContent: true)
        : new PublishFile(Source: null, root, Path: "", Length: 0);

    /// <summary>The mask of an image, without which the image is published all the same.</summary>
    public PublishFile Mask(DerivedFile mask, string root) =>
        File(Resolve(data.Masks(company.RootPath), mask.Path), root, "_masks_/" + mask.Path, mask.FileSize, isNamedByContent: true)
            with { IsOptional = true };

    /// <summary>The entry of an asset.</summary>
    public static PublishEntry Entry(StoredAsset asset, string fileType, string content, params IReadOnlyList<PublishFile> files) => new()
    {
        AssetId = asset.AssetId,
        Name = asset.Name,
        Title = asset.Content.Folder + asset.Content.FileName,
        FileType = fileType,
        Files = files,
        Content = content,
        Stamp = asset.ModifiedUtc.ToUnixTimeMilliseconds(),
    };

    /// <summary>Hash of the original in lower-case hex digits.</summary>
    public static string HashOf(StoredAsset asset) => Convert.ToHexStringLower(asset.Content.Sha256);

    private string BelowRoot(string folder) =>
        folder.StartsWith(company.RootPath, StringComparison.Ordinal) ? folder[company.RootPath.Length..] : folder;

    private static PublishFile File(string? source, string root, string path, long length, bool isNamedByContent) => new(
        source,
        root,
        source is null ? "" : path,
        source is not null && new FileInfo(source) is { Exists: true } file ? file.Length : length,
        isNamedByContent);

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
}
