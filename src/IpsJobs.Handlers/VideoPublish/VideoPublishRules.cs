using IpsJobs.Contracts;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Handlers.Publishing;

namespace IpsJobs.Handlers.VideoPublish;

/// <summary>Checks a <c>videoPublishJob</c> block.</summary>
public sealed class VideoPublishRules(PublishFieldRules fields) : PublishBlockRules(fields, FieldsOf)
{
    private static PublishFields FieldsOf(BlockContext context)
    {
        var block = (VideoPublishJob)context.Block;
        return new PublishFields(PublishContextTypes.Video, block.EmailSetting, block.HttpCompletionUrl, block.ContextHandle);
    }
}
