using IpsJobs.Contracts;
using IpsJobs.Core.Jobs;
using IpsJobs.Handlers.Ingest;

namespace IpsJobs.Handlers.OptimizeImages;

/// <summary>Checks an <c>optimizeImagesJob</c> block.</summary>
public sealed class OptimizeImagesRules : IBlockRules
{
    /// <inheritdoc/>
    public ValueTask<BlockPlan> CheckAsync(BlockContext context, CancellationToken cancellationToken)
    {
        UploadFieldRules.CheckEmail(((OptimizeImagesJob)context.Block).EmailSetting, context.Path);
        return ValueTask.FromResult(new BlockPlan(Lanes.Upload(context.Company.CompanyId)));
    }
}
