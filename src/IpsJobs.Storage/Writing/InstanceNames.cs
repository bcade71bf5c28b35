using System.Runtime.InteropServices;
using IpsJobs.Core.Text;

namespace IpsJobs.Storage.Writing;

/// <summary>Gives instances their names: the name and a millisecond that no other run of that name has.</summary>
/// <remarks>It remembers the last millisecond it gave per name, so that a burst of equal names does not search from now each time.
/// Only the writer uses it. The unique index has the last word, after a restart for instance.</remarks>
internal sealed class InstanceNames
{
    private const int MaxRemembered = 10_000;
    private readonly Dictionary<(int CompanyId, string Name), long> last = [];

    /// <summary>The next name to try.</summary>
    /// <param name="companyId">Company in which it must be unique.</param>
    /// <param name="name">Name without the time.</param>
    /// <param name="utcNow">Time of the creation; a later call for the same name gives a later millisecond in any case.</param>
    /// <param name="zone">Zone in which the time is written.</param>
    public string Next(int companyId, string name, DateTimeOffset utcNow, TimeZoneInfo zone)
    {
        var now = utcNow.ToUnixTimeMilliseconds();
        if (last.Count >= MaxRemembered)
            Forget(now);
        ref var given = ref CollectionsMarshal.GetValueRefOrAddDefault(last, (companyId, name), out var known);
        given = known ? Math.Max(now, given + 1) : now;
        return JobNames.Instance(name, DateTimeOffset.FromUnixTimeMilliseconds(given), zone);
    }

    // A name whose last millisecond is over cannot clash with what is given from now on.
    private void Forget(long now)
    {
        foreach (var entry in last.Where(e => e.Value < now).Select(e => e.Key).ToList())
            last.Remove(entry);
        if (last.Count >= MaxRemembered)
            last.Clear();
    }
}
