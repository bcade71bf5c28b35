using System.Collections.Concurrent;

namespace IpsJobs.Core.Jobs;

/// <summary>Which running instances of this process were asked to stop.</summary>
public sealed class StopSignals
{
    private readonly ConcurrentDictionary<long, CancellationTokenSource> signals = new();

    // What waits for the token goes on elsewhere: whoever asks for the stop must not be held up by it.
    public void Raise(long instanceId) => _ = SourceOf(instanceId).CancelAsync();

    public bool IsRaised(long instanceId) => signals.TryGetValue(instanceId, out var signal) && signal.IsCancellationRequested;

    /// <summary>Cancelled when the instance is asked to stop, for work that cannot look between its steps.</summary>
    public CancellationToken TokenOf(long instanceId) => SourceOf(instanceId).Token;

    public void Clear(long instanceId) => signals.TryRemove(instanceId, out _);

    private CancellationTokenSource SourceOf(long instanceId) => signals.GetOrAdd(instanceId, _ => new CancellationTokenSource());
}
