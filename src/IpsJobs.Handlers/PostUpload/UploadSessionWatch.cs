using IpsJobs.Core.Configuration;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Submission;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IpsJobs.Handlers.PostUpload;

/// <summary>Closes sessions whose clients fell silent, brings sessions with work left by an earlier run to the dispatcher, and
/// removes staged files that belong to nobody.</summary>
public sealed class UploadSessionWatch(
    IUploadSessionStore sessions,
    IJobDispatcher dispatcher,
    UploadActivity activity,
    UploadStaging staging,
    ServerClock clock,
    ILogger<UploadSessionWatch> logger) : BackgroundService
{
    /// <summary>A session may outlive its time by so much.</summary>
    public static readonly TimeSpan Round = TimeSpan.FromSeconds(15);

    /// <summary>One look at everything.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        var deadline = clock.UtcNow - UploadSessions.Silence;
        foreach (var session in await sessions.ListLiveAsync(cancellationToken))
            await LookAtAsync(session, deadline, cancellationToken);
        activity.Forget(deadline);
        var swept = await staging.SweepAsync(sessions, cancellationToken);
        if (swept > 0)
            logger.LogInformation("Removed {Folders} staging folders of requests that failed or sessions that ended", swept);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await TryLookAsync(stoppingToken);
            await Task.Delay(Round, clock.Time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
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
            logger.LogError(failure, "Upload sessions could not be looked after");
        }
        catch (OperationCanceledException)
        {
            // The service stops.
        }
    }

    private async Task LookAtAsync(UploadSession session, DateTimeOffset deadline, CancellationToken cancellationToken)
    {
        var instance = session.Instance;
        var isDue = session.Accepts && session.LastRequestUtc <= deadline && activity.IsQuietSince(instance.InstanceId, deadline);
        if (isDue && await sessions.TimeOutAsync(instance.InstanceId, deadline, cancellationToken))
        {
            logger.LogInformation("Upload {InstanceName} is closed after {Silence} of silence", instance.InstanceName, UploadSessions.Silence);
            dispatcher.Enqueue(instance);
        }
        else if (instance.State == InstanceState.WaitingClient && (session.HasWork || instance.StoppedBy is not null))
        {
            dispatcher.Enqueue(instance);
        }
    }
}
