namespace IpsJobs.Storage.Files;

/// <summary>Counts what is under way, so that a shutdown can wait for it.</summary>
internal sealed class InFlight
{
    private readonly TaskCompletionSource empty = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // One for the owner, given back when it begins to wait.
    private int count = 1;

    public void Enter() => Interlocked.Increment(ref count);

    public void Leave()
    {
        if (Interlocked.Decrement(ref count) == 0)
            empty.TrySetResult();
    }

    /// <summary>Completes when everything has left; called once, after the last <see cref="Enter"/>.</summary>
    public Task WhenEmptyAsync()
    {
        Leave();
        return empty.Task;
    }
}
