using IpsJobs.Contracts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Faults;
using IpsJobs.Core.Handles;
using IpsJobs.Core.Jobs;

namespace IpsJobs.Handlers.Ingest;

/// <summary>Checks what jobs on stored originals have in common.</summary>
public sealed class ReworkRules(UploadFieldRules fields, OptionBlockRules options)
{
    /// <summary>Checks everything else: option blocks, projects, mail, notification and follow-on.</summary>
    /// <param name="context">The job.</param>
    /// <param name="blocks">Its option blocks.</param>
    /// <param name="projects">Its projects.</param>
    /// <param name="publishes">Its follow-ons; null where absent.</param>
    /// <param name="cancellationToken">Cancels the look-ups.</param>
    public async ValueTask CheckRestAsync(
        BlockContext context,
        UploadOptionBlocks blocks,
        HandleArray? projects,
        (ImageServingPublishJob? Serving, ImageRenderingPublishJob? Rendering, VideoPublishJob? Video) publishes,
        CancellationToken cancellationToken)
    {
        var actions = PostActions.Of(context.Block);
        await options.CheckAsync(blocks, context.Company.CompanyId, context.Path, cancellationToken);
        UploadFieldRules.CheckProjects(projects, context.Company.CompanyId, context.Path);
        UploadFieldRules.CheckPostUrl(actions.NotificationUrl, context.Path);
        await fields.CheckFollowOnAsync(
            context,
            [
                ("postImageServingPublishJob", "imageServingPublishJob", publishes.Serving),
                ("postImageRenderingPublishJob", "imageRenderingPublishJob", publishes.Rendering),
                ("postVideoPublishJob", "videoPublishJob", publishes.Video),
            ],
            cancellationToken);
    }
}
