using IpsJobs.Core.Configuration;

namespace IpsJobs.Core.Submission;

/// <summary>Which upload sessions have a request on its way to this process, and when the last one that failed ended.</summary>
/// <remarks>Requests that succeed are in the store; those that are under way die with the process, and so does this.</remarks>
public sealed class UploadActivity(ServerClock clock)
{
    private readonly Lock gate = new();
    private readonly Dictionary<long, Requests> sessions = [];

    /// <summary>A request of the session is on its way until the returned object is disposed.</summary>
    public IDisposable Enter(long instanceId)
    {
        lock (gate)
        {
            if (!sessions.TryGetValue(instanceId, out var requests))
                sessions.Add(instanceId, requests = new Requests());
            requests.Open++;
        }

        return new Departure(this, instanceId);
    }

    /// <summary>True when no request is on its way and none has ended after <paramref name="sinceUtc"/>.</summary>
    public bool IsQuietSince(long instanceId, DateTimeOffset sinceUtc)
    {
        lock (gate)
            return !sessions.TryGetValue(instanceId, out var requests) || requests.IsQuietSince(sinceUtc);
    }

    /// <summary>Drops what no longer matters to a question about <paramref name="sinceUtc"/>.</summary>
    public void Forget(DateTimeOffset sinceUtc)
    {
        lock (gate)
        {
            foreach (var id in sessions.Where(s => s.Value.IsQuietSince(sinceUtc)).Select(s => s.Key).ToList())
                sessions.Remove(id);
        }
    }

    private void Leave(long instanceId)
    {
        lock (gate)
        {
            if (!sessions.TryGetValue(instanceId, out var requests))
                return;
            requests.Open--;
            requests.LastEndUtc = clock.UtcNow;
        }
    }

    private sealed class Requests
    {
        public int Open { get; set; }

        public DateTimeOffset LastEndUtc { get; set; }

        public bool IsQuietSince(DateTimeOffset sinceUtc) => Open == 0 && LastEndUtc <= sinceUtc;
    }

    private sealed class Departure(UploadActivity owner, long instanceId) : IDisposable
    {
        private bool gone;

        public void Dispose()
        {
            if (!gone)
                owner.Leave(instanceId);
            gone = true;
        }
    }
}
