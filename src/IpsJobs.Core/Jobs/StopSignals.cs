using System.Collections.Concurrent;

namespace IpsJobs.Core.Jobs;

/// <summary>Which running instances of this process were asked to stop.</summary>
public sealed class StopSignals
{
    private readonly ConcurrentDictionary<long, bool> stopped = new();

    public void Raise(long instanceId) => stopped[instanceId] = true;

    public bool IsRaised(long instanceId) => stopped.ContainsKey(instanceId);

    public void Clear(long instanceId) => stopped.TryRemove(instanceId, out _);
}
