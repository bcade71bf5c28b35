using IpsJobs.Core.Constants;
using Microsoft.Extensions.Hosting;

namespace IpsJobs.Handlers.VideoSitemap;

/// <summary>Makes sure at every start that sitemaps are generated nightly for the companies that want it.</summary>
internal sealed class VideoSitemapSchedule(SystemSchedules schedules) : IHostedService
{
    // Half past midnight, in the form of the API's own listing.
    private const string HalfPastMidnight = "00 30 00 * * ";

    public Task StartAsync(CancellationToken cancellationToken) =>
        schedules.EnsureAsync(JobTypes.CreateVideoSitemap, HalfPastMidnight, cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
