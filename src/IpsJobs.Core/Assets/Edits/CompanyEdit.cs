using IpsJobs.Core.Faults;

namespace IpsJobs.Core.Assets;

/// <summary>The turn of one edit, with the names it holds.</summary>
public sealed class CompanyEdit : IDisposable
{
    private readonly int _companyId;
    private readonly SemaphoreSlim _turn;
    private readonly NameReservations _reservations;
    private readonly TimeProvider _time;
    private readonly TimeSpan _patience;
    private readonly Dictionary<(NameSpace NameSpace, string Name), IDisposable> _held = [];
    private bool _ended;

    internal CompanyEdit(int companyId, SemaphoreSlim turn, NameReservations reservations, TimeProvider time, TimeSpan patience)
    {
        _companyId = companyId;
        _turn = turn;
        _reservations = reservations;
        _time = time;
        _patience = patience;
    }

    /// <summary>Holds a name in both name spaces, because files of both lie in one tree.</summary>
    /// <exception cref="RuleViolationException">30000: an upload holds it for too long.</exception>
    public async Task HoldAsync(string name, CancellationToken cancellationToken)
    {
        await HoldAsync(NameSpace.Catalog, name, cancellationToken);
        await HoldAsync(NameSpace.Static, name, cancellationToken);
    }

    /// <summary>Whether <see cref="HoldAsync(string, CancellationToken)"/> was called for the name.</summary>
    public bool Holds(string name) => _held.ContainsKey((NameSpace.Static, name));

    public void Dispose()
    {
        if (_ended)
            return;
        _ended = true;
        foreach (var reservation in _held.Values)
            reservation.Dispose();
        _turn.Release();
    }

    private async Task HoldAsync(NameSpace nameSpace, string name, CancellationToken cancellationToken)
    {
        if (_held.ContainsKey((nameSpace, name)))
            return;
        var began = _time.GetTimestamp();
        IDisposable? reservation;
        while ((reservation = _reservations.TryReserve(_companyId, nameSpace, name)) is null)
        {
            var left = _patience - _time.GetElapsedTime(began);
            if (left <= TimeSpan.Zero)
                throw Violations.NameBusy(name);
            var released = _reservations.WhenReleasedAsync(_companyId, nameSpace, name);
            await released.WaitAsync(left, _time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            cancellationToken.ThrowIfCancellationRequested();
        }

        _held.Add((nameSpace, name), reservation);
    }
}
