using IpsJobs.Contracts;
using IpsJobs.Core.Accounts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Files;
using IpsJobs.Core.Handles;
using IpsJobs.Core.Jobs;

namespace IpsJobs.Handlers.Ingest;

/// <summary>Translates option blocks into what the optimiser is asked for.</summary>
public sealed class PictureRequests(IAssetStore assets, DataFolder data)
{
    private const double DefaultRadius = 1;
    private const int DefaultThreshold = 6;

    /// <exception cref="ImageUnreadableException">A profile that the job names is gone.</exception>
    internal async Task<PictureRequest> OfAsync(JobRun run, PictureOrder order, CancellationToken cancellationToken)
    {
        var options = order.Options;
        return new PictureRequest
        {
            Crop = CropOf(options) ?? (order.StoredCrop is { } stored ? new CropRequest.Manual(stored) : null),
            Knockout = options.Knockout is { } knockout
                ? new KnockoutRequest(knockout.Corner ?? "", knockout.Tolerance ?? 0, knockout.FillMethod == FillMethods.FloodFill)
                : null,
            Color = await ColorOfAsync(run.Company, options.ColorManagement, cancellationToken),
            Unsharp = UnsharpOf(options.UnsharpMask),
        };
    }

    /// <summary>Remarks on fields that mean nothing in the mode that was asked for.</summary>
    internal static IEnumerable<AuxEntry> Ignored(JobRun run, UploadOptionBlocks options)
    {
        if (options.ColorManagement is { ColorManagement: not ColorManagementModes.Convert } color
            && !(string.IsNullOrEmpty(color.SourceProfileHandle) && string.IsNullOrEmpty(color.OutputProfileHandle)))
        {
            yield return run.Warning("Log.Upload.ProfilesIgnored", color.ColorManagement ?? "");
        }
    }

    /// <summary>The crop that the options ask for; null for none.</summary>
    internal static CropRequest? CropOf(UploadOptionBlocks options)
    {
        if (options is { HasManualCrop: true, ManualCrop: { } manual })
            return new CropRequest.Manual(new CropAmounts(manual.Left ?? 0, manual.Right ?? 0, manual.Top ?? 0, manual.Bottom ?? 0));
        if (options.ColorCrop is { } color)
            return new CropRequest.Color(color.Corner ?? "", color.Tolerance ?? 0);
        return options.TransparentCrop is { } transparent ? new CropRequest.Transparent(transparent.Tolerance ?? 0) : null;
    }

    private static UnsharpRequest? UnsharpOf(UnsharpMaskOptions? mask) => mask is { Amount: > 0 }
        ? new UnsharpRequest(mask.Amount.Value, mask.Radius ?? DefaultRadius, mask.Threshold ?? DefaultThreshold, mask.Monochrome == 1)
        : null;

    private async Task<ColorRequest> ColorOfAsync(Core.Accounts.Company company, ColorManagementOptions? color, CancellationToken cancellationToken)
    {
        var mode = string.IsNullOrEmpty(color?.ColorManagement) ? ColorManagementModes.Default : color.ColorManagement;
        var request = new ColorRequest(mode)
        {
            DefaultCmykPath = await DefaultProfileAsync(company, company.DefaultSourceProfileId, cancellationToken),
            DefaultDisplayPath = await DefaultProfileAsync(company, company.DefaultDisplayProfileId, cancellationToken),
        };
        return mode != ColorManagementModes.Convert ? request : request with
        {
            SourceProfilePath = await ProfileAsync(company, color?.SourceProfileHandle, cancellationToken),
            OutputProfilePath = await ProfileAsync(company, color?.OutputProfileHandle, cancellationToken),
        };
    }

    // A default that has gone is as none: uploads must not fail for a setting that nobody named in the job.
    private async Task<string?> DefaultProfileAsync(Core.Accounts.Company company, long? assetId, CancellationToken cancellationToken) =>
        assetId is { } id && await assets.FindAsync(company.CompanyId, id, cancellationToken) is { Content.Type: AssetTypes.IccProfile } asset
            ? PathOf(company, asset)
            : null;

    private async Task<string?> ProfileAsync(Core.Accounts.Company company, string? handle, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(handle))
            return null;
        if (!AssetHandle.TryParse(handle, out var parsed)
            || await assets.FindAsync(company.CompanyId, parsed.AssetId, cancellationToken) is not { } asset)
        {
            throw new ImageUnreadableException(new Core.Messages.LocalizedMessage("Log.Image.ProfileGone", handle));
        }
        return PathOf(company, asset);
    }

    private string PathOf(Core.Accounts.Company company, StoredAsset asset) =>
        data.Original(company.RootPath, asset.Content.Folder, asset.Content.FileName);
}
