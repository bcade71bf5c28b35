using IpsJobs.Core.Configuration;
using IpsJobs.Core.Hosting;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Submission;
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
    ILogger<UploadSessionWatch> logger) : RegularWatch(clock, Round)
{
    /// <summary>A session may outlive its time by so much.</summary>
    public static readonly TimeSpan Round = TimeSpan.FromSeconds(15);

    /// <inheritdoc/>
    public override async Task LookAsync(CancellationToken cancellationToken)
    {
        var deadline = Clock.UtcNow - UploadSessions.Silence;
        foreach (var session in await sessions.ListLiveAsync(cancellationToken))
            await LookAtAsync(session, deadline, cancellationToken);
        activity.Forget(deadline);
        var swept = await staging.SweepAsync(sessions, cancellationToken);
        if (swept > 0)
            logger.LogInformation("Removed {Folders} staging folders of requests that failed or sessions that ended", swept);
    }

    /// <inheritdoc/>
    protected override void Report(Exception failure) => logger.LogError(failure, "Upload sessions could not be looked after");

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
