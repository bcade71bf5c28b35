using IpsJobs.Contracts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Faults;
using IpsJobs.Core.Handles;
using IpsJobs.Handlers.AutoSets;

namespace IpsJobs.Handlers.Ingest;

/// <summary>Checks the handles inside option blocks.</summary>
public sealed class OptionHandleRules(IAssetStore assets, SetPresets presets)
{
    /// <exception cref="RuleViolationException">
    /// 30001 for a handle that names nothing of the company or something of another kind; 30002 for a missing output profile.
    /// </exception>
    public async ValueTask CheckAsync(UploadOptionBlocks blocks, int companyId, string path, CancellationToken cancellationToken)
    {
        await presets.CheckAsync(blocks.AutoSets, companyId, path + "/autoSetCreationOptions", cancellationToken);
        // No handle can name an encoding preset.
        RefuseAll(blocks.Media?.VideoEncodingPresetsArray, path + "/mediaOptions/videoEncodingPresetsArray");
        if (blocks.ColorManagement is { } color)
            await CheckColorAsync(color, companyId, path + "/colorManagementOptions", cancellationToken);
    }

    private static void RefuseAll(HandleArray? handles, string path)
    {
        if (handles is { Items.Count: > 0 })
            throw Violations.InvalidHandle(handles.Items[0], $"{path}/items[1]");
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
