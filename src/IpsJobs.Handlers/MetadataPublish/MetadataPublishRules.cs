using IpsJobs.Contracts;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Handlers.Publishing;

namespace IpsJobs.Handlers.MetadataPublish;

/// <summary>Checks a <c>metadataPublishJob</c> block.</summary>
public sealed class MetadataPublishRules(PublishFieldRules fields) : IBlockRules
{
    /// <inheritdoc/>
    public async ValueTask<BlockPlan> CheckAsync(BlockContext context, CancellationToken cancellationToken)
    {
        await fields.CheckServersAsync(context, MetadataPublishHandler.ContextTypes, cancellationToken);
        return new BlockPlan(Lanes.Metadata(context.Company.CompanyId));
    }
}
