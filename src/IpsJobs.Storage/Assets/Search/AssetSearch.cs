using System.Text.Json;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Assets.Search;
using IpsJobs.Storage.Sqlite;

namespace IpsJobs.Storage.Assets.Search;

/// <summary>Searches on prepared statements.</summary>
internal sealed class AssetSearch(ReadSessions reads) : IAssetSearch
{
    private const string NamesInUse =
        """
        SELECT DISTINCT a."Name" FROM json_each(?2) n JOIN "Assets" a
        ON a."CompanyId" = ?1 AND a."NameSpace" IN (0, 1) AND a."Name" = n."value"
        """;

    private const string ByType =
        """
        SELECT "Type", sum("Assets") FROM "AssetCounts" WHERE "CompanyId" = ?1 AND "TrashState" = 'NotInTrash' GROUP BY "Type"
        """;

    private readonly KnownSearches searches = new();

    public Task<AssetPage> SearchAsync(AssetQuery query, CancellationToken cancellationToken) =>
        Task.FromResult(reads.Read(session => Search(session, query)));

    public Task<IReadOnlyList<StoredAsset>> ListByNamesAsync(
        int companyId, IReadOnlyCollection<string> names, AssetTypeFilter types, CancellationToken cancellationToken)
    {
        var sql = new SqlText($"SELECT {AssetRows.Columns} FROM \"Assets\" a WHERE ");
        sql.Append($"a.\"CompanyId\" = {sql.Value(companyId)} AND a.\"NameSpace\" IN (0, 1)");
        sql.Append($" AND a.\"Name\" IN (SELECT \"value\" FROM json_each({sql.Value(JsonSerializer.Serialize(names))}))");
        sql.Append($" AND +a.\"TrashState\" = 'NotInTrash'{SearchSql.Types(sql, types)} ORDER BY a.\"Name\", a.\"AssetId\"");
        return Task.FromResult<IReadOnlyList<StoredAsset>>(reads.Read(s => s.List(sql.ToString(), AssetRows.Read, sql.Values)));
    }

    public Task<IReadOnlySet<string>> FindNamesInUseAsync(
        int companyId, IReadOnlyCollection<string> names, CancellationToken cancellationToken)
    {
        var found = reads.Read(s => s.List(NamesInUse, static row => row.GetString(0), companyId, JsonSerializer.Serialize(names)));
        return Task.FromResult<IReadOnlySet<string>>(found.ToHashSet(StringComparer.Ordinal));
    }

    public Task<IReadOnlyDictionary<string, int>> CountByTypeAsync(int companyId, CancellationToken cancellationToken)
    {
        var counts = reads.Read(s => s.List(ByType, static row => KeyValuePair.Create(row.GetString(0), row.GetInt32(1)), companyId));
        return Task.FromResult<IReadOnlyDictionary<string, int>>(new Dictionary<string, int>(counts, StringComparer.Ordinal));
    }

    private AssetPage Search(SqlSession session, AssetQuery query)
    {
        var known = searches.Get(session, query);
        var page = SearchSql.Page(query, known.FindMark(query));
        var assets = session.List(page.ToString(), AssetRows.Read, page.Values);
        known.Add(query, assets);
        // A first page that is not full is everything there is.
        if (query.Page == 1 && assets.Count < query.PageSize)
            return new AssetPage(assets.Count, assets);
        known.Total ??= Count(session, query);
        return new AssetPage((int)Math.Min(known.Total.Value, int.MaxValue), assets);
    }

    private static long Count(SqlSession session, AssetQuery query)
    {
        var count = SearchSql.Count(query);
        return session.Number(count.ToString(), count.Values) ?? 0;
    }
}
