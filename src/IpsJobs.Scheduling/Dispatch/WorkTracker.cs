using IpsJobs.Core.Configuration;

namespace IpsJobs.Scheduling.Dispatch;

/// <summary>Counts what is at work, so that the service can wait for it when it stops.</summary>
internal sealed class WorkTracker(ServerClock clock) : IDisposable
{
    private readonly Lock gate = new();
    private readonly CancellationTokenSource shutdown = new();
    private readonly TaskCompletionSource idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int atWork;
    private bool closed;

    /// <summary>Runs <paramref name="work"/>, unless no more work is taken on: then it is left to the next start.</summary>
    public async Task RunAsync(Func<CancellationToken, Task> work)
    {
        if (!TryEnter())
            return;
        try
        {
            await work(shutdown.Token);
        }
        finally
        {
            Leave();
        }
    }

    /// <summary>Takes on nothing more.</summary>
    public void Close()
    {
        lock (gate)
        {
            closed = true;
            if (atWork == 0)
                idle.TrySetResult();
        }
    }

    /// <summary>Tells everything at work to leave its instance to the next start.</summary>
    public void TellToLeave() => shutdown.Cancel();

    /// <summary>Waits, after <see cref="Close"/>, until nothing is at work.</summary>
    /// <returns>False when <paramref name="limit"/> passed first.</returns>
    public async Task<bool> DrainAsync(TimeSpan limit, CancellationToken cancellationToken)
    {
        try
        {
            await idle.Task.WaitAsync(limit, clock.Time, cancellationToken);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    public void Dispose() => shutdown.Dispose();

    private bool TryEnter()
    {
        lock (gate)
        {
            if (!closed)
                atWork++;
            return !closed;
        }
    }

    private void Leave()
    {
        lock (gate)
        {
            if (--atWork == 0 && closed)
                idle.TrySetResult();
        }
    }
}
