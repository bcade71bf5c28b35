using IpsJobs.Contracts;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Handlers.Publishing;

namespace IpsJobs.Handlers.ImageRenderingPublish;

/// <summary>Checks an <c>imageRenderingPublishJob</c> block.</summary>
public sealed class ImageRenderingPublishRules(PublishFieldRules fields) : PublishBlockRules(fields, FieldsOf)
{
    private static PublishFields FieldsOf(BlockContext context)
    {
        var block = (ImageRenderingPublishJob)context.Block;
        return new PublishFields(PublishContextTypes.ImageRendering, block.EmailSetting, block.HttpCompletionUrl, block.ContextHandle);
    }
}
