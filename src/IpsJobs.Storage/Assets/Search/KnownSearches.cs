using System.Runtime.CompilerServices;
using IpsJobs.Core.Assets.Search;
using IpsJobs.Storage.Sqlite;

namespace IpsJobs.Storage.Assets.Search;

/// <summary>Remembers what searches found, for as long as nothing at all was written: clients turn pages.</summary>
/// <remarks>
/// Kept per connection, because the number that tells of a change counts what others have written as that connection sees it.
/// </remarks>
internal sealed class KnownSearches
{
    private const int MaxKnown = 100;
    private const string Changes = "SELECT \"data_version\" FROM pragma_data_version";

    private readonly ConditionalWeakTable<SqlSession, Known> bySession = [];

    /// <summary>To be asked before anything is read: what is written in between is then taken for news, never the other way round.</summary>
    public KnownSearch Get(SqlSession session, AssetQuery query)
    {
        var known = bySession.GetOrCreateValue(session);
        var version = session.Number(Changes) ?? 0;
        if (known.Version != version || known.Searches.Count >= MaxKnown)
        {
            known.Searches.Clear();
            known.Version = version;
        }

        var key = SearchSql.Key(query);
        if (!known.Searches.TryGetValue(key, out var search))
            known.Searches[key] = search = new KnownSearch();
        return search;
    }

    private sealed class Known
    {
        public long Version { get; set; }

        public Dictionary<string, KnownSearch> Searches { get; } = new(StringComparer.Ordinal);
    }
}
