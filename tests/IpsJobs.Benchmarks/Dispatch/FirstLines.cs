using System.Collections.Concurrent;

namespace IpsJobs.Benchmarks.Dispatch;

/// <summary>When the work on each job began.</summary>
internal sealed class FirstLines
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource<long>> seen = new(StringComparer.Ordinal);

    public void Note(string job, long timestamp) => Of(job).TrySetResult(timestamp);

    public Task<long> WaitAsync(string job) => Of(job).Task;

    public void Forget(string job) => seen.TryRemove(job, out _);

    private TaskCompletionSource<long> Of(string job) =>
        seen.GetOrAdd(job, _ => new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously));
}
