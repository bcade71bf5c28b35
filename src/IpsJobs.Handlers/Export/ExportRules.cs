using System.Text.RegularExpressions;
using IpsJobs.Contracts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Faults;
using IpsJobs.Core.Jobs;

namespace IpsJobs.Handlers.Export;

/// <summary>Checks an <c>exportJob</c> block.</summary>
public sealed partial class ExportRules(AssetLookup assets) : IBlockRules
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
        await assets.RequireManyAsync(context.Company.CompanyId, job.AssetHandleArray.Items, context.Path + "/assetHandleArray", cancellationToken);
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

    [GeneratedRegex(@"^\$[^$&]+\$$")]
    private static partial Regex MacroForm();
}
