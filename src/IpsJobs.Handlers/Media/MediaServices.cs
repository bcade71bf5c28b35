using IpsJobs.Handlers.Ingest;
using Microsoft.Extensions.DependencyInjection;

namespace IpsJobs.Handlers.Media;

/// <summary>Registers what uploads make of videos and sounds.</summary>
public static class MediaServices
{
    /// <summary>Adds the reading of videos and sounds, thumbnails and encodings to all kinds of uploads.</summary>
    public static IServiceCollection AddMedia(this IServiceCollection services) => services
        .AddSingleton<IPictureRenderer, MediaRenderer>()
        .AddSingleton<AdaptiveSets>()
        .AddSingleton<IByproductMaker, ThumbnailMaker>()
        .AddSingleton<IByproductMaker, EncodingMaker>();
}
