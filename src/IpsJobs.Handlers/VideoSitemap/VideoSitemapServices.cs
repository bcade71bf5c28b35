using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Handlers.Publishing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IpsJobs.Handlers.VideoSitemap;

/// <summary>Registers the video sitemap.</summary>
public static class VideoSitemapServices
{
    /// <summary>Adds the job type <see cref="JobTypes.CreateVideoSitemap"/> and its nightly run.</summary>
    /// <remarks>Hosted services start in the order of registration: register the dispatcher before this.</remarks>
    public static IServiceCollection AddVideoSitemap(this IServiceCollection services)
    {
        services.TryAddSingleton<SystemSchedules>();
        services.TryAddSingleton<PublishContexts>();
        return services
            .AddSingleton<SitemapSource>()
            .AddSingleton<SitemapFiles>()
            .AddHostedService<VideoSitemapSchedule>()
            .AddJobType<VideoSitemapHandler, VideoSitemapRules>(new JobTypeInfo(
                JobTypes.CreateVideoSitemap, "createVideoSitemapJob", LogTypes.BeginUpload, LogTypes.EndUpload));
    }
}
