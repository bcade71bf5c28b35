namespace IpsJobs.Core.Assets;

/// <summary>Names that items in work are about to take, so that two of them never choose the same.</summary>
public sealed class NameReservations
{
    private readonly Dictionary<(int CompanyId, NameSpace NameSpace, string Name), TaskCompletionSource> taken = [];
    private readonly Lock gate = new();

    /// <summary>Takes the name until the result is disposed; null when another item holds it.</summary>
    public IDisposable? TryReserve(int companyId, NameSpace nameSpace, string name)
    {
        var entry = (companyId, nameSpace, name);
        lock (gate)
            return taken.TryAdd(entry, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously))
                ? new Reservation(this, entry)
                : null;
    }

    /// <summary>Ends when whoever holds the name now lets it go; another may be faster to take it then.</summary>
    public Task WhenReleasedAsync(int companyId, NameSpace nameSpace, string name)
    {
        lock (gate)
            return taken.GetValueOrDefault((companyId, nameSpace, name))?.Task ?? Task.CompletedTask;
    }

    private void Release((int, NameSpace, string) entry)
    {
        TaskCompletionSource? released;
        lock (gate)
            taken.Remove(entry, out released);
        released?.TrySetResult();
    }

    private sealed class Reservation(NameReservations owner, (int, NameSpace, string) entry) : IDisposable
    {
        private bool released;

        // A second release must not take the name from whoever holds it by then.
        public void Dispose()
        {
            if (!Interlocked.Exchange(ref released, true))
                owner.Release(entry);
        }
    }
}
