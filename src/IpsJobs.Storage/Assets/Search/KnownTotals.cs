using System.Runtime.CompilerServices;
using IpsJobs.Storage.Sqlite;

namespace IpsJobs.Storage.Assets.Search;

/// <summary>Remembers how many rows searches had, for as long as nothing at all was written: clients turn pages.</summary>
/// <remarks>
/// Kept per connection, because the number that tells of a change counts what others have written as that connection sees it.
/// </remarks>
internal sealed class KnownTotals
{
    private const int MaxKnown = 100;
    private const string Changes = "SELECT \"data_version\" FROM pragma_data_version";

    private readonly ConditionalWeakTable<SqlSession, Known> bySession = [];

    public long Read(SqlSession session, SqlText count)
    {
        var known = bySession.GetOrCreateValue(session);
        // Read before the count: what is written in between makes the number old, never the count.
        var version = session.Number(Changes) ?? 0;
        if (known.Version != version || known.Totals.Count >= MaxKnown)
        {
            known.Totals.Clear();
            known.Version = version;
        }

        var key = $"{count}\n{string.Join('\n', count.Values)}";
        if (!known.Totals.TryGetValue(key, out var total))
            known.Totals[key] = total = session.Number(count.ToString(), count.Values) ?? 0;
        return total;
    }

    private sealed class Known
    {
        public long Version { get; set; }

        public Dictionary<string, long> Totals { get; } = new(StringComparer.Ordinal);
    }
}
