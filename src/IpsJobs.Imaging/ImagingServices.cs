using IpsJobs.Core.Assets;
using IpsJobs.Core.Exports;
using IpsJobs.Imaging.Documents;
using IpsJobs.Imaging.Export;
using IpsJobs.Imaging.Media;
using IpsJobs.Imaging.Metadata;
using IpsJobs.Imaging.Tools;
using Microsoft.Extensions.DependencyInjection;

namespace IpsJobs.Imaging;

/// <summary>Registers image processing.</summary>
public static class ImagingServices
{
    /// <summary>Adds the <see cref="IImageOptimizer"/> that uses libvips, and the <see cref="ILayerReader"/>.</summary>
    public static IServiceCollection AddIpsImaging(this IServiceCollection services)
    {
        services.AddOptions<ImagingOptions>()
            .BindConfiguration(ImagingOptions.Section)
            .Validate(o => o.MaxPixels > 0, "Imaging:MaxPixels must be above 0")
            .Validate(o => o.MaxParallel > 0, "Imaging:MaxParallel must be above 0")
            .Validate(o => o.LargePixels > 0, "Imaging:LargePixels must be above 0")
            .Validate(o => o.MaxMemory > 0, "Imaging:MaxMemory must be above 0")
            .Validate(o => o.Timeout > TimeSpan.Zero, "Imaging:Timeout must be above 0")
            .ValidateOnStart();
        return services
            .AddSingleton<ImageSlots>()
            .AddSingleton<IImageOptimizer, VipsImageOptimizer>()
            .AddSingleton<IImageConverter, VipsImageConverter>()
            .AddSingleton<ILayerReader, PsdLayerReader>()
            .AddSingleton(p => new MetadataMapper(p.GetRequiredService<ToolRunner>()))
            .AddSingleton<IMetadataReader, EmbeddedMetadataReader>()
            .AddTools();
    }

    private static IServiceCollection AddTools(this IServiceCollection services)
    {
        services.AddOptions<ToolOptions>()
            .BindConfiguration(ToolOptions.Section)
            .Validate(o => o.Timeout > TimeSpan.Zero, "Tools:Timeout must be above 0")
            .Validate(o => o.EncodingTimeout > TimeSpan.Zero, "Tools:EncodingTimeout must be above 0")
            .Validate(o => o.MaxEncodings > 0, "Tools:MaxEncodings must be above 0")
            .Validate(o => o.MaxMemory > 0, "Tools:MaxMemory must be above 0")
            .Validate(o => o.MaxOutput > 0, "Tools:MaxOutput must be above 0")
            .ValidateOnStart();
        return services
            .AddSingleton<Confinement>()
            .AddSingleton<ToolRunner>()
            .AddSingleton<IDocumentTools, DocumentTools>()
            .AddSingleton<IMediaTools, MediaTools>();
    }
}
