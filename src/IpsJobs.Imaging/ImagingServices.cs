using IpsJobs.Core.Assets;
using IpsJobs.Core.Exports;
using IpsJobs.Imaging.Export;
using Microsoft.Extensions.DependencyInjection;

namespace IpsJobs.Imaging;

/// <summary>Registers image processing.</summary>
public static class ImagingServices
{
    /// <summary>Adds the <see cref="IImageOptimizer"/> that uses libvips.</summary>
    public static IServiceCollection AddIpsImaging(this IServiceCollection services)
    {
        services.AddOptions<ImagingOptions>()
            .BindConfiguration(ImagingOptions.Section)
            .Validate(o => o.MaxPixels > 0, "Imaging:MaxPixels must be above 0")
            .Validate(o => o.MaxParallel > 0, "Imaging:MaxParallel must be above 0")
            .ValidateOnStart();
        return services
            .AddSingleton<IImageConverter, VipsImageConverter>()
            .AddSingleton<IImageOptimizer, VipsImageOptimizer>();
    }
}
