using IpsJobs.Core.Configuration;

namespace IpsJobs.Soap.Envelopes;

/// <summary>Gives memory back to the machine some seconds after large requests; an idle server would keep it, because nothing makes it collect.</summary>
/// <remarks>One collection serves all large requests of the pause before it, so that nobody can keep the server collecting.</remarks>
internal sealed class MemoryTrim(ServerClock clock) : IDisposable
{
    /// <summary>Large memory that must have been let go before a collection is worth its cost, in bytes.</summary>
    public const long Threshold = 8 * 1024 * 1024;

    /// <summary>From the first large request to the collection.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly Lock gate = new();
    private long trimmedAt;
    private ITimer? timer;

    /// <summary>Looks whether there is something to give back; cheap, called after every request.</summary>
    public void Note()
    {
        if (PooledBuffer.LargeReleased - Interlocked.Read(ref trimmedAt) < Threshold)
            return;
        lock (gate)
            timer ??= clock.Time.CreateTimer(_ => Trim(), state: null, Pause, Timeout.InfiniteTimeSpan);
    }

    public void Dispose() => timer?.Dispose();

    private void Trim()
    {
        lock (gate)
        {
            timer?.Dispose();
            timer = null;
        }

        Interlocked.Exchange(ref trimmedAt, PooledBuffer.LargeReleased);
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }
}
