using IpsJobs.Contracts;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Handlers.Publishing;

namespace IpsJobs.Handlers.ImageServingPublish;

/// <summary>Checks an <c>imageServingPublishJob</c> block.</summary>
public sealed class ImageServingPublishRules(PublishFieldRules fields) : IBlockRules
{
    /// <inheritdoc/>
    public async ValueTask<BlockPlan> CheckAsync(BlockContext context, CancellationToken cancellationToken)
    {
        var block = (ImageServingPublishJob)context.Block;
        PublishFieldRules.Require(block.PublishType, context.Path + "/publishType");
        PublishFieldRules.Require(block.EmailSetting, context.Path + "/emailSetting");
        PublishFieldRules.CheckLegal(block.PublishType, PublishTypes.All, context.Path + "/publishType");
        var common = new PublishFields(PublishContextTypes.ImageServing, block.EmailSetting, block.HttpCompletionUrl, block.ContextHandle);
        var lane = await fields.CheckAsync(context, common, cancellationToken);
        return new BlockPlan(lane, JobSubTypes.For(block.PublishType));
    }
}
