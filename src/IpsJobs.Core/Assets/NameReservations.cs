namespace IpsJobs.Core.Assets;

/// <summary>Names that items in work are about to take, so that two of them never choose the same.</summary>
public sealed class NameReservations
{
    private readonly HashSet<(int CompanyId, NameSpace NameSpace, string Name)> taken = [];
    private readonly Lock gate = new();

    /// <summary>Takes the name until the result is disposed; null when another item holds it.</summary>
    public IDisposable? TryReserve(int companyId, NameSpace nameSpace, string name)
    {
        var entry = (companyId, nameSpace, name);
        lock (gate)
            return taken.Add(entry) ? new Reservation(this, entry) : null;
    }

    private void Release((int, NameSpace, string) entry)
    {
        lock (gate)
            taken.Remove(entry);
    }

    private sealed class Reservation(NameReservations owner, (int, NameSpace, string) entry) : IDisposable
    {
        public void Dispose() => owner.Release(entry);
    }
}
