using System.Collections.Concurrent;

namespace IpsJobs.Core.Jobs;

/// <summary>Progress of what runs in this process. It is gone after a restart, and the resumed job fills it again.</summary>
public sealed class ProgressBoard
{
    private readonly ConcurrentDictionary<long, JobProgress> running = new();

    public void Set(long instanceId, JobProgress progress) => running[instanceId] = progress;

    /// <summary>Replaces the progress by one that is made of the last.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="change">Gets null when there is none yet; may be called again when others report at the same time.</param>
    public void Change(long instanceId, Func<JobProgress?, JobProgress> change) =>
        running.AddOrUpdate(instanceId, _ => change(null), (_, last) => change(last));

    /// <summary>A sign of life: the work goes on, though nothing has changed. Unknown instances are left alone.</summary>
    public void Touch(long instanceId, DateTimeOffset utcNow)
    {
        // A report that comes in between is newer and wins.
        if (running.TryGetValue(instanceId, out var last) && last.UpdatedUtc < utcNow)
            running.TryUpdate(instanceId, last with { UpdatedUtc = utcNow }, last);
    }

    public void Remove(long instanceId) => running.TryRemove(instanceId, out _);

    /// <summary>Null for an instance that does not run here.</summary>
    public JobProgress? Find(long instanceId) => running.GetValueOrDefault(instanceId);
}
