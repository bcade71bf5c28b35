using IpsJobs.Contracts;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Handlers.Publishing;

namespace IpsJobs.Handlers.ServerDirectoryPublish;

/// <summary>Checks a <c>serverDirectoryPublishJob</c> block, which always goes to the default context.</summary>
public sealed class ServerDirectoryPublishRules(PublishFieldRules fields) : PublishBlockRules(fields, FieldsOf)
{
    private static PublishFields FieldsOf(BlockContext context)
    {
        var block = (ServerDirectoryPublishJob)context.Block;
        return new PublishFields(PublishContextTypes.ServerDirectory, block.EmailSetting, block.HttpCompletionUrl, ContextHandle: null);
    }
}
