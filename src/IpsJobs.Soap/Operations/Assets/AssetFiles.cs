using IpsJobs.Core.Accounts;
using IpsJobs.Core.Assets;

namespace IpsJobs.Soap.Operations.Assets;

/// <summary>The files of an asset as info blocks name them: folder and file apart, from the root of the company.</summary>
internal sealed class AssetFiles(StoredAsset asset, Company company)
{
    private const string OptimizedFolder = "_optimized_/";
    private const string MaskFolder = "_masks_/";

    public string OriginalPath => asset.Content.Folder;

    public string OriginalFile => asset.Content.FileName;

    public long FileSize => asset.Content.FileSize;

    public string? OptimizedPath => Folder(OptimizedFolder, asset.Content.Optimized?.Path);

    public string? OptimizedFile => Name(asset.Content.Optimized?.Path);

    public string? MaskPath => Folder(MaskFolder, asset.Content.Details.Mask?.Path);

    public string? MaskFile => Name(asset.Content.Details.Mask?.Path);

    /// <summary>Folder of the preview picture.</summary>
    public string? ImagePath => Folder(OptimizedFolder, asset.Content.Details.Thumbnail?.Path);

    public string? ImageFile => Name(asset.Content.Details.Thumbnail?.Path);

    private string? Folder(string kind, string? path) =>
        path is null ? null : company.RootPath + kind + path[..(path.LastIndexOf('/') + 1)];

    private static string? Name(string? path) => path?[(path.LastIndexOf('/') + 1)..];
}
