using IpsJobs.Contracts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Faults;
using IpsJobs.Core.Handles;
using IpsJobs.Handlers.AutoSets;

namespace IpsJobs.Handlers.Ingest;

/// <summary>Checks the handles inside option blocks.</summary>
public sealed class OptionHandleRules(IAssetStore assets, SetPresets setPresets, EncodingPresets encodingPresets)
{
    /// <exception cref="RuleViolationException">
    /// 30001 for a handle that names nothing of the company or something of another kind; 30002 for a missing output profile.
    /// </exception>
    public async ValueTask CheckAsync(UploadOptionBlocks blocks, int companyId, string path, CancellationToken cancellationToken)
    {
        await setPresets.CheckAsync(blocks.AutoSets, companyId, path + "/autoSetCreationOptions", cancellationToken);
        await CheckPresetsAsync(blocks.Media?.VideoEncodingPresetsArray, companyId, path + "/mediaOptions/videoEncodingPresetsArray", cancellationToken);
        if (blocks.ColorManagement is { } color)
            await CheckColorAsync(color, companyId, path + "/colorManagementOptions", cancellationToken);
    }

    private async ValueTask CheckPresetsAsync(HandleArray? handles, int companyId, string path, CancellationToken cancellationToken)
    {
        var items = handles?.Items ?? [];
        for (var i = 0; i < items.Count; i++)
        {
            if (!PropertySetHandle.TryParse(items[i], out var handle) || await encodingPresets.FindAsync(companyId, handle, cancellationToken) is null)
                throw Violations.InvalidHandle(items[i], $"{path}/items[{i + 1}]");
        }
    }

    private async ValueTask CheckColorAsync(ColorManagementOptions color, int companyId, string path, CancellationToken cancellationToken)
    {
        OptionValues.RequireOneOf(color.ColorManagement, ColorManagementModes.All, path + "/colorManagement");
        if (color.ColorManagement == ColorManagementModes.Convert && string.IsNullOrEmpty(color.OutputProfileHandle))
            throw Violations.Missing(path + "/outputProfileHandle");
        await CheckProfileAsync(color.SourceProfileHandle, companyId, path + "/sourceProfileHandle", cancellationToken);
        await CheckProfileAsync(color.OutputProfileHandle, companyId, path + "/outputProfileHandle", cancellationToken);
    }

    private async ValueTask CheckProfileAsync(string? handle, int companyId, string path, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(handle))
            return;
        if (!AssetHandle.TryParse(handle, out var parsed)
            || await assets.FindAsync(companyId, parsed.AssetId, cancellationToken) is not { } asset
            || asset.Content.Type != AssetTypes.IccProfile)
        {
            throw Violations.InvalidHandle(handle, path);
        }
    }
}
