using IpsJobs.Core.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IpsJobs.Scheduling.Alarms;

/// <summary>Says so when the machine's clock is set back, because schedules then wait for a time that has been before.</summary>
/// <remarks>Nothing has to be mended: what has fired has its next time in its row, so nothing fires twice.</remarks>
internal sealed class ClockWatch(ServerClock clock, ILogger<ClockWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var seen = clock.UtcNow;
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Round, clock.Time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            var now = clock.UtcNow;
            if (now < seen)
                logger.LogWarning(
                    "The clock was set back from {Before} to {Now}: schedules go by the new time, and what has fired does not fire again",
                    seen, now);
            seen = now;
        }
    }
}
