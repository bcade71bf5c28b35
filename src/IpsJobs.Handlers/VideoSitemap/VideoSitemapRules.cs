using IpsJobs.Core.Jobs;

namespace IpsJobs.Handlers.VideoSitemap;

/// <summary>Checks a <c>createVideoSitemapJob</c> block, which has nothing that could be wrong.</summary>
public sealed class VideoSitemapRules : IBlockRules
{
    /// <inheritdoc/>
    public ValueTask<BlockPlan> CheckAsync(BlockContext context, CancellationToken cancellationToken) =>
        ValueTask.FromResult(new BlockPlan(Lanes.Upload(context.Company.CompanyId)));
}
