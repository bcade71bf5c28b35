using IpsJobs.Core.Configuration;
using Microsoft.Extensions.Hosting;

namespace IpsJobs.Core.Hosting;

/// <summary>Looks after something again and again for as long as the service runs.</summary>
/// <param name="clock">Gives the time between two looks.</param>
/// <param name="round">The time between two looks.</param>
public abstract class RegularWatch(ServerClock clock, TimeSpan round) : BackgroundService
{
    protected ServerClock Clock => clock;

    /// <summary>One look at everything.</summary>
    public abstract Task LookAsync(CancellationToken cancellationToken);

    /// <summary>Tells of a look that failed; the next one comes all the same.</summary>
    protected abstract void Report(Exception failure);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await TryLookAsync(stoppingToken);
            await Task.Delay(round, Clock.Time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // Outermost loop: the next round may find the disk or the database well again.
    private async Task TryLookAsync(CancellationToken stopping)
    {
        try
        {
            await LookAsync(stopping);
        }
        catch (Exception failure) when (!stopping.IsCancellationRequested)
        {
            Report(failure);
        }
        catch (OperationCanceledException)
        {
            // The service stops.
        }
    }
}
