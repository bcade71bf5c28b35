using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Handlers.Publishing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace IpsJobs.Handlers.ImageServingPublish;

/// <summary>Registers the image serving publish.</summary>
public static class ImageServingPublishServices
{
    /// <summary>Adds the job type <see cref="JobTypes.ImageServingPublish"/>.</summary>
    public static IServiceCollection AddImageServingPublish(this IServiceCollection services)
    {
        services.AddOptions<PublishingOptions>().BindConfiguration(PublishingOptions.Section).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<PublishingOptions>, PublishingOptionsValidator>());
        services.TryAddSingleton<PublishContexts>();
        services.TryAddSingleton<PublishFieldRules>();
        services.TryAddSingleton<FileDelivery>();
        services.TryAddSingleton<ManifestBuilder>();
        services.TryAddSingleton<TargetPlanner>();
        services.TryAddSingleton<TargetDelivery>();
        services.TryAddSingleton<TargetCleanup>();
        return services.AddJobType<ImageServingPublishHandler, ImageServingPublishRules>(new JobTypeInfo(
            JobTypes.ImageServingPublish,
            "imageServingPublishJob",
            LogTypes.BeginImageServingPublish,
            LogTypes.EndImageServingPublish));
    }
}
