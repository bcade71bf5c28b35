using IpsJobs.Core.Assets;
using IpsJobs.Core.Configuration;
using IpsJobs.Core.Constants;
using Microsoft.Extensions.Options;
using Company = IpsJobs.Core.Accounts.Company;

namespace IpsJobs.Soap.Operations.Assets;

/// <summary>Addresses under which an image server shows assets.</summary>
internal sealed class ImageUrls(Thumbnails thumbnails, IOptions<SystemPropertyOptions> options)
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
        if (AssetTypeRule.IsVideo(asset.Content.Type))
            return await thumbnails.FindAsync(asset, cancellationToken);
        return asset.NameSpace == NameSpace.Catalog && asset.Content.Optimized is not null ? asset : null;
    }
}
