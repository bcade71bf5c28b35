using IpsJobs.Scheduling.Alarms;
using IpsJobs.Scheduling.Dispatch;
using IpsJobs.Scheduling.Engine;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IpsJobs.Scheduling;

/// <summary>Starts and stops dispatch with the host.</summary>
/// <remarks>Takes up what an earlier run left, and leaves to the next start what does not end in time.</remarks>
internal sealed class DispatchService(
    QuartzEngine engine,
    DispatchLoop loop,
    WaitingMoves moves,
    InstanceRuns runs,
    RunRetries retries,
    TriggerFiring firing,
    Recovery recovery,
    WorkTracker work,
    IOptions<SchedulingOptions> options,
    ILogger<DispatchService> logger) : IHostedService, IDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private Task background = Task.CompletedTask;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await engine.StartAsync(
            instanceId => work.RunAsync(shutdown => runs.RunAsync(instanceId, shutdown)),
            triggerId => work.RunAsync(shutdown => firing.WakeAsync(triggerId, shutdown)),
            cancellationToken);
        await recovery.RebuildAsync(cancellationToken);
        background = Task.WhenAll(
            Task.Run(() => loop.RunAsync(stopping.Token), CancellationToken.None),
            Task.Run(() => moves.RunAsync(stopping.Token), CancellationToken.None));
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        work.Close();
        await stopping.CancelAsync();
        retries.Stop();
        await background;
        await engine.StandbyAsync(cancellationToken);
        await DrainAsync(cancellationToken);
        await engine.StopAsync(cancellationToken);
    }

    public void Dispose() => stopping.Dispose();

    private async Task DrainAsync(CancellationToken cancellationToken)
    {
        if (await work.DrainAsync(options.Value.StopTimeout, cancellationToken))
            return;
        logger.LogInformation("Jobs that still run are left for the next start");
        work.TellToLeave();
        if (!await work.DrainAsync(options.Value.LeaveTimeout, cancellationToken))
            logger.LogWarning("Jobs do not leave in time and are cut off; the next start resumes them");
    }
}
