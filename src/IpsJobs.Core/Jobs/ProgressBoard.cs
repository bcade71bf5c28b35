using System.Collections.Concurrent;

namespace IpsJobs.Core.Jobs;

/// <summary>Progress of what runs in this process. It is gone after a restart, and the resumed job fills it again.</summary>
public sealed class ProgressBoard
{
    private readonly ConcurrentDictionary<long, JobProgress> running = new();

    public void Set(long instanceId, JobProgress progress) => running[instanceId] = progress;

    public void Remove(long instanceId) => running.TryRemove(instanceId, out _);

    /// <summary>Null for an instance that does not run here.</summary>
    public JobProgress? Find(long instanceId) => running.GetValueOrDefault(instanceId);
}
