using IpsJobs.Handlers.Publishing.Catalogs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace IpsJobs.Handlers.Publishing;

/// <summary>Registers what all publishes share.</summary>
public static class PublishingServices
{
    /// <summary>Adds it; every publish asks for it, and one time counts.</summary>
    public static IServiceCollection AddPublishing(this IServiceCollection services)
    {
        services.AddOptions<PublishingOptions>().BindConfiguration(PublishingOptions.Section).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<PublishingOptions>, PublishingOptionsValidator>());
        services.TryAddSingleton<PublishContexts>();
        services.TryAddSingleton<PublishFieldRules>();
        services.TryAddSingleton<ImagePresets>();
        services.TryAddSingleton<PublishTargets>();
        services.TryAddSingleton<PublishSelection>();
        services.TryAddSingleton<FileDelivery>();
        services.TryAddSingleton<TargetPlanner>();
        services.TryAddSingleton<TargetDelivery>();
        services.TryAddSingleton<TargetCleanup>();
        services.TryAddSingleton<CatalogSwitching>();
        services.TryAddSingleton<PublishEngine>();
        return services;
    }
}
