using IpsJobs.Contracts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Jobs;
using IpsJobs.Handlers.Ingest;

namespace IpsJobs.Handlers.ReprocessAssets;

/// <summary>Checks a <c>reprocessAssetsJob</c> block.</summary>
public sealed class ReprocessAssetsRules(AssetLookup assets, ReworkRules rules) : IBlockRules
{
    /// <inheritdoc/>
    public async ValueTask<BlockPlan> CheckAsync(BlockContext context, CancellationToken cancellationToken)
    {
        var job = (ReprocessAssetsJob)context.Block;
        var companyId = context.Company.CompanyId;
        // What has no original gets its row when the job runs: one set among many assets is no reason to refuse them all.
        await assets.RequireManyAsync(companyId, job.AssetHandleArray?.Items, context.Path + "/assetHandleArray", cancellationToken);
        OptionValues.Require(job.CreateMask, context.Path + "/createMask");
        UploadFieldRules.CheckEmail(job.EmailSetting, context.Path);
        await rules.CheckRestAsync(
            context,
            UploadOptionBlocks.Of(job),
            job.ProjectHandleArray,
            (job.PostImageServingPublishJob, job.PostImageRenderingPublishJob, job.PostVideoPublishJob),
            cancellationToken);
        return new BlockPlan(Lanes.Upload(companyId));
    }
}
