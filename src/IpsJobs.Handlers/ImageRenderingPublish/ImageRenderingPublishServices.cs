using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Handlers.Publishing;
using Microsoft.Extensions.DependencyInjection;

namespace IpsJobs.Handlers.ImageRenderingPublish;

/// <summary>Registers the image rendering publish.</summary>
public static class ImageRenderingPublishServices
{
    /// <summary>Adds the job type <see cref="JobTypes.ImageRenderingPublish"/>.</summary>
    public static IServiceCollection AddImageRenderingPublish(this IServiceCollection services) => services
        .AddPublishing()
        .AddSingleton<RenderingManifest>()
        .AddJobType<ImageRenderingPublishHandler, ImageRenderingPublishRules>(new JobTypeInfo(
            JobTypes.ImageRenderingPublish,
            "imageRenderingPublishJob",
            LogTypes.BeginImageRenderingPublish,
            LogTypes.EndImageRenderingPublish));
}
