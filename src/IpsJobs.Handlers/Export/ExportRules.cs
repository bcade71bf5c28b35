using System.Text.RegularExpressions;
using IpsJobs.Contracts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Faults;
using IpsJobs.Core.Handles;
using IpsJobs.Core.Jobs;

namespace IpsJobs.Handlers.Export;

/// <summary>Checks an <c>exportJob</c> block.</summary>
public sealed partial class ExportRules(IAssetStore assets) : IBlockRules
{
    /// <summary>Assets that one job may have.</summary>
    public const int MaxAssets = 500;

    /// <inheritdoc/>
    public async ValueTask<BlockPlan> CheckAsync(BlockContext context, CancellationToken cancellationToken)
    {
        var job = (ExportJob)context.Block;
        CheckPresent(job, context.Path);
        if (job.AssetHandleArray!.Items.Count > MaxAssets)
            throw Violations.TooManyItems(context.Path + "/assetHandleArray", MaxAssets);
        CheckValues(job, context.Path);
        await CheckHandlesAsync(job.AssetHandleArray, context, cancellationToken);
        return new BlockPlan(Lanes.Export(context.Company.CompanyId));
    }

    private static void CheckPresent(ExportJob job, string path)
    {
        if (job.AssetHandleArray is not { Items.Count: > 0 })
            throw Violations.Missing(path + "/assetHandleArray");
        if (string.IsNullOrEmpty(job.Fmt))
            throw Violations.Missing(path + "/fmt");
        if (string.IsNullOrEmpty(job.EmailSetting))
            throw Violations.Missing(path + "/emailSetting");
        if (job.Fmt == ExportFormats.Convert && string.IsNullOrWhiteSpace(job.IsModifier) && string.IsNullOrWhiteSpace(job.Macro))
            throw Violations.Missing(path + "/is_modifier");
    }

    private static void CheckValues(ExportJob job, string path)
    {
        if (!ExportFormats.All.Contains(job.Fmt!))
            throw Violations.InvalidValue(job.Fmt!, path + "/fmt");
        if (!string.IsNullOrWhiteSpace(job.Macro) && !MacroForm().IsMatch(job.Macro))
            throw Violations.InvalidValue(job.Macro, path + "/macro");
        if (!EmailSettings.Values.Contains(job.EmailSetting!))
            throw Violations.InvalidValue(job.EmailSetting!, path + "/emailSetting");
    }

    private async Task CheckHandlesAsync(HandleArray handles, BlockContext context, CancellationToken cancellationToken)
    {
        var parsed = handles.Items.Select((text, i) => AssetHandle.TryParse(text, out var handle) ? handle : throw Invalid(i)).ToList();
        var found = (await assets.FindManyAsync(context.Company.CompanyId, [.. parsed.Select(h => h.AssetId).Distinct()], cancellationToken))
            .ToDictionary(a => a.AssetId);
        for (var i = 0; i < parsed.Count; i++)
            if (!found.TryGetValue(parsed[i].AssetId, out var asset)
                || !parsed[i].AgreesWith(new AssetHandle(asset.AssetId, AssetTypeCodes.Get(asset.Content.Type))))
                throw Invalid(i);

        RuleViolationException Invalid(int i) => Violations.InvalidHandle(handles.Items[i], $"{context.Path}/assetHandleArray/items[{i + 1}]");
    }

    [GeneratedRegex(@"^\$[^$&]+\$$")]
    private static partial Regex MacroForm();
}
