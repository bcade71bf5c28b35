using IpsJobs.Core.Faults;

namespace IpsJobs.Core.Assets;

/// <summary>The turn of one edit, with the names it holds.</summary>
public sealed class CompanyEdit : IDisposable
{
    private readonly int _companyId;
    private readonly SemaphoreSlim _turn;
    private readonly NameHolds _holds;
    private readonly Dictionary<(NameSpace NameSpace, string Name), IDisposable> _held = [];
    private bool _ended;

    internal CompanyEdit(int companyId, SemaphoreSlim turn, NameHolds holds)
    {
        _companyId = companyId;
        _turn = turn;
        _holds = holds;
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
        var reservation = await _holds.TakeAsync(_companyId, nameSpace, name, cancellationToken) ?? throw Violations.NameBusy(name);
        _held.Add((nameSpace, name), reservation);
    }
}
