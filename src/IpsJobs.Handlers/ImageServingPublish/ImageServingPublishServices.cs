using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Handlers.Publishing;
using Microsoft.Extensions.DependencyInjection;

namespace IpsJobs.Handlers.ImageServingPublish;

/// <summary>Registers the image serving publish.</summary>
public static class ImageServingPublishServices
{
    /// <summary>Adds the job type <see cref="JobTypes.ImageServingPublish"/>.</summary>
    public static IServiceCollection AddImageServingPublish(this IServiceCollection services) => services
        .AddPublishing()
        .AddSingleton<ManifestBuilder>()
        .AddSingleton<UnchangedTargets>()
        .AddJobType<ImageServingPublishHandler, ImageServingPublishRules>(new JobTypeInfo(
            JobTypes.ImageServingPublish,
            "imageServingPublishJob",
            LogTypes.BeginImageServingPublish,
            LogTypes.EndImageServingPublish));
}
