using IpsJobs.Contracts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Faults;
using IpsJobs.Core.Handles;
using IpsJobs.Core.Jobs;
using IpsJobs.Handlers.AutoSets;
using IpsJobs.Handlers.Ingest;

namespace IpsJobs.Handlers.AutomatedSetGeneration;

/// <summary>Checks an <c>automatedSetGenerationJob</c> block.</summary>
public sealed class AutomatedSetGenerationRules(AssetLookup assets, SetPresets presets) : IBlockRules
{
    /// <inheritdoc/>
    public async ValueTask<BlockPlan> CheckAsync(BlockContext context, CancellationToken cancellationToken)
    {
        var job = (AutomatedSetGenerationJob)context.Block;
        var (company, path) = (context.Company, context.Path);
        AssetLookup.RequireCount(job.AssetHandleArray?.Items.Count ?? 0, path + "/assetHandleArray");
        if (FolderPaths.Find(company.RootPath, job.DestFolder) is null)
            throw Violations.InvalidPath(job.DestFolder!, path + "/destFolder");
        OptionValues.Require(job.ReadyForPublish, path + "/readyForPublish");
        if (job.AutoSetCreationOptions is null)
            throw Violations.Missing(path + "/autoSetCreationOptions");
        UploadFieldRules.CheckEmail(job.EmailSetting, path);
        await assets.RequireManyAsync(company.CompanyId, job.AssetHandleArray!.Items, path + "/assetHandleArray", cancellationToken);
        await presets.CheckAsync(job.AutoSetCreationOptions, company.CompanyId, path + "/autoSetCreationOptions", cancellationToken);
        return new BlockPlan(Lanes.Upload(company.CompanyId));
    }
}
