using System.Collections.Concurrent;
using System.Threading.Channels;
using IpsJobs.Core.Jobs;
using Microsoft.Extensions.Logging;

namespace IpsJobs.Scheduling.Dispatch;

/// <summary>Shows in the store, behind the submissions' backs and many at a time, which instances have to wait.</summary>
/// <remarks>Nobody depends on these moves: an instance left in New is dispatched just the same. The store refuses the move once
/// the instance has begun, so one that was admitted meanwhile can never be moved back.</remarks>
internal sealed class WaitingMoves(IJobStore store, ILogger<WaitingMoves> logger)
{
    private const int MovesAtOnce = 256;

    private readonly Channel<long> queue = Channel.CreateUnbounded<long>(new UnboundedChannelOptions { SingleReader = true });
    private readonly ConcurrentDictionary<long, bool> wanted = new();

    public void Add(long instanceId)
    {
        if (wanted.TryAdd(instanceId, true))
            queue.Writer.TryWrite(instanceId);
    }

    /// <summary>The instance got a place before its turn came here; most short waits end like this and cost no write.</summary>
    public void Forget(long instanceId) => wanted.TryRemove(instanceId, out _);

    /// <summary>Works until <paramref name="stopping"/> is raised.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        try
        {
            while (await queue.Reader.WaitToReadAsync(stopping))
                await MoveBatchAsync(stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            logger.LogDebug("Waiting moves end with {Count} left", wanted.Count);
        }
    }

    // The moves of a batch run side by side, so that the writer commits them together.
    private Task MoveBatchAsync(CancellationToken stopping)
    {
        var batch = new List<Task>();
        while (batch.Count < MovesAtOnce && queue.Reader.TryRead(out var instanceId))
        {
            if (wanted.TryRemove(instanceId, out _))
                batch.Add(MoveAsync(instanceId, stopping));
        }

        return Task.WhenAll(batch);
    }

    private async Task MoveAsync(long instanceId, CancellationToken stopping)
    {
        try
        {
            await store.MoveInstanceAsync(instanceId, InstanceState.New, InstanceState.WaitingCoordinator, stopping);
        }
        catch (StateConflictException conflict)
        {
            logger.LogTrace(conflict, "Instance {InstanceId} did not have to wait after all", instanceId);
        }
        catch (Exception failure) when (!stopping.IsCancellationRequested)
        {
            logger.LogWarning(failure, "Instance {InstanceId} waits, but is still shown as new", instanceId);
        }
    }
}
