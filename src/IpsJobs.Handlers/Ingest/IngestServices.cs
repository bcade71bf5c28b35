using IpsJobs.Handlers.AutoSets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IpsJobs.Handlers.Ingest;

/// <summary>Registers what all kinds of uploads share.</summary>
public static class IngestServices
{
    /// <summary>Adds the shared services once, however many kinds of uploads call this.</summary>
    public static IServiceCollection AddIngest(this IServiceCollection services)
    {
        services.TryAddSingleton<FileIngest>();
        services.TryAddSingleton<FileStorage>();
        services.TryAddSingleton<ArchiveIngest>();
        services.AddOptions<ArchiveOptions>()
            .BindConfiguration(ArchiveOptions.Section)
            .Validate(o => o.MaxEntries > 0, "Archives:MaxEntries must be above 0")
            .Validate(o => o.MaxBytes > 0, "Archives:MaxBytes must be above 0")
            .Validate(o => o.MaxRatio > 0, "Archives:MaxRatio must be above 0")
            .ValidateOnStart();
        services.TryAddSingleton<ByproductRuns>();
        services.TryAddSingleton<ByproductIngest>();
        services.TryAddSingleton<CompanyFonts>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IByproductMaker, PhotoshopLayers>());
        services.TryAddSingleton<AssetPlaces>();
        services.TryAddSingleton<PictureRequests>();
        services.TryAddSingleton<ProjectLinks>();
        services.TryAddSingleton<FileMetadata>();
        services.TryAddSingleton<PicturePreparation>();
        services.TryAddSingleton<AssetCommits>();
        services.TryAddSingleton<ReworkSources>();
        services.TryAddSingleton<AssetRework>();
        services.TryAddSingleton<ReworkRuns>();
        services.TryAddSingleton<ReworkRules>();
        services.TryAddSingleton<OptionBlockRules>();
        services.TryAddSingleton<OptionHandleRules>();
        services.TryAddSingleton<EncodingPresets>();
        services.TryAddSingleton<UploadFieldRules>();
        return services.AddAutoSets();
    }
}
