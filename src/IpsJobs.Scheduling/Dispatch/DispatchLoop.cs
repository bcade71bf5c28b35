using System.Globalization;
using IpsJobs.Core.Accounts;
using IpsJobs.Core.Configuration;
using IpsJobs.Core.Jobs;
using IpsJobs.Scheduling.Board;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IpsJobs.Scheduling.Dispatch;

/// <summary>The only owner of the lane board: reads letters one after the other and launches what the board admits.</summary>
internal sealed class DispatchLoop(
    Mailbox mailbox,
    IRunLauncher launcher,
    WaitingMoves moves,
    RunRetries retries,
    IAccountDirectory accounts,
    IJobQueries queries,
    StopSignals stops,
    IOptions<JobOptions> options,
    ILogger<DispatchLoop> logger)
{
    // Enough to spare the board a round per letter, few enough that a flood of submissions does not hold up what has ended.
    private const int LettersPerTurn = 256;

    private readonly LaneBoard board = new(options.Value.MaxRunning);
    private readonly List<long> arrived = [];
    private readonly HashSet<long> called = [];

    /// <summary>Works until <paramref name="stopping"/> is raised; nothing is admitted after that.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        try
        {
            while (await mailbox.WaitAsync(stopping))
                await TurnAsync(stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            logger.LogDebug("Dispatch ends with {Count} instances on the board", board.Count);
        }
    }

    /// <summary>Reads what has been posted and gives free places away.</summary>
    internal async Task TurnAsync(CancellationToken stopping)
    {
        for (var read = 0; read < LettersPerTurn && mailbox.TryRead(out var letter); read++)
            await ReadAsync(letter, stopping);
        await AdmitAsync(stopping);
        foreach (var instanceId in arrived.Where(board.IsWaiting))
            moves.Add(instanceId);
        arrived.Clear();
    }

    // A letter that cannot be handled must not silence the loop: every other job depends on it.
    private async Task ReadAsync(Letter letter, CancellationToken stopping)
    {
        try
        {
            await HandleAsync(letter, stopping);
        }
        catch (Exception failure) when (!stopping.IsCancellationRequested)
        {
            logger.LogError(failure, "Dispatch failed at {Letter}", letter.GetType().Name);
        }
    }

    private async ValueTask HandleAsync(Letter letter, CancellationToken stopping)
    {
        switch (letter)
        {
            case Letter.Waits waits:
                await SeatAsync(waits.Instance, LaneRank.Fresh, stopping);
                break;
            case Letter.Left left:
                board.Release(left.InstanceId);
                await CallBackAsync(left.InstanceId, stopping);
                break;
            case Letter.Stop stop:
                await StopAsync(stop.InstanceId, stopping);
                break;
            case Letter.Found found:
                await SeatAllAsync(found.Live, stopping);
                break;
        }
    }

    // What was at work takes its places before anything else is looked at: its log has begun and its lane counts on it.
    private async Task SeatAllAsync(IReadOnlyList<JobInstance> live, CancellationToken stopping)
    {
        foreach (var instance in live.Where(WasAtWork).OrderBy(i => i.InstanceId))
            await SeatAsync(instance, LaneRank.Interrupted, stopping);
        await AdmitAsync(stopping);
        // An upload that waits for its client is brought to work by the client's next request.
        foreach (var instance in live.Where(i => !WasAtWork(i) && !OnlyWaits(i)).OrderBy(i => i.InstanceId))
            await SeatAsync(instance, LaneRank.Fresh, stopping);
    }

    private bool OnlyWaits(JobInstance instance) => instance.State == InstanceState.WaitingClient && !EndsUnstarted(instance);

    // An upload that laid itself to rest may have got more to do, or been stopped, before its place was given back.
    private async Task CallBackAsync(long instanceId, CancellationToken stopping)
    {
        if (!called.Remove(instanceId))
            return;
        if (await queries.FindInstanceAsync(instanceId, stopping) is { State: InstanceState.WaitingClient } instance)
            await SeatAsync(instance, LaneRank.Fresh, stopping);
    }

    private static bool WasAtWork(JobInstance instance) =>
        instance.State is InstanceState.Running or InstanceState.Stopping or InstanceState.Unknown;

    private async ValueTask SeatAsync(JobInstance instance, LaneRank rank, CancellationToken stopping)
    {
        if (instance.State == InstanceState.Done)
            return;
        if (board.Contains(instance.InstanceId))
            NoteCall(instance.InstanceId);
        else if (EndsUnstarted(instance))
            await LaunchBeyondLimitsAsync(instance.InstanceId, stopping);
        else
            await LetWaitAsync(instance, rank, stopping);
    }

    private async ValueTask LetWaitAsync(JobInstance instance, LaneRank rank, CancellationToken stopping)
    {
        var key = LaneOf(instance.Definition);
        board.Add(instance.InstanceId, key, await CapacityAsync(instance.Definition, key, stopping), rank);
        if (instance.State == InstanceState.New)
            arrived.Add(instance.InstanceId);
    }

    // One that waits sees everything when it is started; one that runs may have looked already.
    private void NoteCall(long instanceId)
    {
        if (!board.IsWaiting(instanceId))
            called.Add(instanceId);
    }

    private bool EndsUnstarted(JobInstance instance) =>
        !WasAtWork(instance) && (instance.StoppedBy is not null || stops.IsRaised(instance.InstanceId));

    // Jobs without a lane take turns by company, so that one company's uploads cannot keep those of another waiting.
    private static string LaneOf(JobDefinition definition) => definition.LaneKey.Length > 0
        ? definition.LaneKey
        : definition.CompanyId.ToString(CultureInfo.InvariantCulture) + "/";

    private async ValueTask<int> CapacityAsync(JobDefinition definition, string laneKey, CancellationToken stopping)
    {
        try
        {
            var company = await accounts.FindCompanyAsync(definition.CompanyId, stopping);
            return Lanes.Capacity(laneKey, company?.UploadLaneSize ?? 1);
        }
        catch (Exception failure) when (!stopping.IsCancellationRequested)
        {
            // The job must not be lost for a setting: one at a time is right for any lane.
            logger.LogWarning(failure, "Lane {LaneKey} is taken as one at a time, its company could not be read", laneKey);
            return Lanes.Capacity(laneKey, uploadLaneSize: 1);
        }
    }

    private async Task StopAsync(long instanceId, CancellationToken stopping)
    {
        if (board.IsWaiting(instanceId))
            await LaunchBeyondLimitsAsync(instanceId, stopping);
        else if (board.Contains(instanceId))
            NoteCall(instanceId);
        else
            await StopUnknownAsync(instanceId, stopping);
    }

    // Not on the board: an upload that waits for its client, a job whose submission has not come through yet, or one that has ended.
    private async Task StopUnknownAsync(long instanceId, CancellationToken stopping)
    {
        var instance = await queries.FindInstanceAsync(instanceId, stopping);
        if (instance is null || instance.State == InstanceState.Done)
            stops.Clear(instanceId);
        else if (EndsUnstarted(instance))
            await LaunchBeyondLimitsAsync(instanceId, stopping);
    }

    private async Task LaunchBeyondLimitsAsync(long instanceId, CancellationToken stopping)
    {
        if (board.AddBeyondLimits(instanceId))
            await LaunchAsync(instanceId, stopping);
    }

    private async Task AdmitAsync(CancellationToken stopping)
    {
        foreach (var instanceId in board.Admit())
            await LaunchAsync(instanceId, stopping);
    }

    private async Task LaunchAsync(long instanceId, CancellationToken stopping)
    {
        moves.Forget(instanceId);
        try
        {
            await launcher.LaunchAsync(instanceId, stopping);
        }
        catch (LaunchRefusedException refused)
        {
            logger.LogError(refused, "Instance {InstanceId} is offered again later", instanceId);
            board.Release(instanceId);
            retries.Later(instanceId);
        }
    }
}
