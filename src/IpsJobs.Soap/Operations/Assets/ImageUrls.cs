using IpsJobs.Core.Assets;
using IpsJobs.Core.Configuration;
using IpsJobs.Core.Constants;
using Microsoft.Extensions.Options;
using Company = IpsJobs.Core.Accounts.Company;

namespace IpsJobs.Soap.Operations.Assets;

/// <summary>Addresses under which an image server shows assets.</summary>
internal sealed class ImageUrls(IAssetStore assets, IOptions<SystemPropertyOptions> options)
{
    /// <summary>Null for what has no picture, and where no image server is named. A video is shown by its thumbnail.</summary>
    public async Task<string?> FindAsync(StoredAsset asset, Company company, CancellationToken cancellationToken)
    {
        var server = options.Value.IpsImageServerUrl;
        if (server.Length == 0 || await PictureOfAsync(asset, cancellationToken) is not { } picture)
            return null;
        return $"{server.TrimEnd('/')}/{Uri.EscapeDataString(company.RootPath.TrimEnd('/'))}/{Uri.EscapeDataString(picture.Name)}";
    }

    private async Task<StoredAsset?> PictureOfAsync(StoredAsset asset, CancellationToken cancellationToken)
    {
        if (asset.Content.Type is AssetTypes.Video or AssetTypes.MasterVideo)
            return await ThumbnailOfAsync(asset, cancellationToken);
        return asset.NameSpace == NameSpace.Catalog && asset.Content.Optimized is not null ? asset : null;
    }

    private async Task<StoredAsset?> ThumbnailOfAsync(StoredAsset video, CancellationToken cancellationToken)
    {
        var generated = await assets.ListGeneratedAsync(video.AssetId, cancellationToken);
        var ids = generated.Where(g => g.Generation.Engine == GenerationEngines.VideoThumbnail).Select(g => g.AssetId).ToList();
        if (ids.Count == 0)
            return null;
        // One that was put into the trash may lie beside the one that took its place.
        return (await assets.FindManyAsync(video.CompanyId, ids, cancellationToken)).FirstOrDefault(a => a.TrashState == TrashStates.NotInTrash);
    }
}
