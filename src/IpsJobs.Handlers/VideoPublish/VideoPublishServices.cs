using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Handlers.Publishing;
using Microsoft.Extensions.DependencyInjection;

namespace IpsJobs.Handlers.VideoPublish;

/// <summary>Registers the video publish.</summary>
public static class VideoPublishServices
{
    /// <summary>Adds the job type <see cref="JobTypes.VideoPublish"/>.</summary>
    public static IServiceCollection AddVideoPublish(this IServiceCollection services) => services
        .AddPublishing()
        .AddJobType<VideoPublishHandler, VideoPublishRules>(new JobTypeInfo(
            JobTypes.VideoPublish, "videoPublishJob", LogTypes.BeginVideoPublish, LogTypes.EndVideoPublish));
}
