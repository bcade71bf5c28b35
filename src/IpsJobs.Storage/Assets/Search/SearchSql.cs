using System.Text.Json;
using IpsJobs.Core.Assets.Search;
using IpsJobs.Core.Constants;

namespace IpsJobs.Storage.Assets.Search;

/// <summary>Composes the statements of a search.</summary>
/// <remarks>The state of the trash stands in the text, because a partial index is not used for a parameter.</remarks>
internal static class SearchSql
{
    public static SqlText Count(AssetQuery query)
    {
        var sql = new SqlText("SELECT count(*) FROM \"Assets\" a WHERE ");
        return sql.Append(Where(sql, query));
    }

    /// <summary>Finds the ids of the page first: skipping rows must not read what only the page needs.</summary>
    public static SqlText Page(AssetQuery query)
    {
        var order = Order(query);
        var sql = new SqlText($"SELECT {AssetRows.Columns} FROM (SELECT a.\"AssetId\" AS \"Id\" FROM \"Assets\" a WHERE ");
        sql.Append(Where(sql, query));
        sql.Append($" ORDER BY {order} LIMIT {sql.Value(query.PageSize)} OFFSET {sql.Value((query.Page - 1L) * query.PageSize)}");
        return sql.Append($") page JOIN \"Assets\" a ON a.\"AssetId\" = page.\"Id\" ORDER BY {order}");
    }

    /// <summary>Conditions that follow from a filter of types, each beginning with AND.</summary>
    public static string Types(SqlText sql, AssetTypeFilter filter)
    {
        var text = "";
        if (filter.Types.Count == 1)
            text += $" AND a.\"Type\" = {sql.Value(filter.Types.First())}";
        else if (filter.Types.Count > 0)
            text += $" AND a.\"Type\" IN {List(sql, filter.Types)}";
        if (filter.Excluded.Count > 0)
            text += $" AND a.\"Type\" NOT IN {List(sql, filter.Excluded)}";
        if (filter.SubTypes.Count > 0)
            text += $" AND (a.\"SubType\" IN {List(sql, filter.SubTypes)}{(filter.StrictSubTypes ? "" : " OR a.\"SubType\" = ''")})";
        return text;
    }

    private static string Where(SqlText sql, AssetQuery query)
    {
        var text = $"a.\"CompanyId\" = {sql.Value(query.CompanyId)} AND a.\"TrashState\" = '{Known(query.TrashState)}'";
        text += Folder(sql, query) + Types(sql, query.Types) + Byproducts(sql, query);
        if (query.ReadyForPublish is { } ready)
            text += $" AND a.\"ReadyForPublish\" = {sql.Value(ready)}";
        if (query.ProjectId is { } project)
            text += $" AND a.\"AssetId\" IN (SELECT p.\"AssetId\" FROM \"AssetProjects\" p WHERE p.\"ProjectId\" = {sql.Value(project)})";
        return ConditionSql.Write(sql, query.Conditions) is { } conditions ? $"{text} AND {conditions}" : text;
    }

    private static string Known(string trashState) => TrashStates.All.Contains(trashState)
        ? trashState
        : throw new ArgumentException($"No such state of the trash: {trashState}", nameof(trashState));

    // "0" follows "/": the range holds the folder and all below it.
    private static string Folder(SqlText sql, AssetQuery query) => query.Folder switch
    {
        null => "",
        { } folder when query.IncludeSubfolders =>
            $" AND a.\"Folder\" >= {sql.Value(folder)} AND a.\"Folder\" < {sql.Value(folder[..^1] + "0")}",
        { } folder => $" AND a.\"Folder\" = {sql.Value(folder)}",
    };

    private static string Byproducts(SqlText sql, AssetQuery query)
    {
        const string Made = " AND NOT EXISTS (SELECT 1 FROM \"Generations\" g WHERE g.\"AssetId\" = a.\"AssetId\"";
        var text = query.ExcludeByproducts ? Made + ")" : "";
        foreach (var byproduct in query.ExcludedByproducts)
            text += $"{Made} AND g.\"Engine\" = {sql.Value(byproduct.Engine)} AND a.\"Type\" = {sql.Value(byproduct.AssetType)})";
        return text;
    }

    private static string Order(AssetQuery query)
    {
        var direction = query.Descending ? " DESC" : "";
        var by = query.SortBy switch
        {
            AssetSortFields.Created => $"a.\"CreatedUtc\"{direction}",
            AssetSortFields.Modified => $"a.\"ModifiedUtc\"{direction}",
            AssetSortFields.FileSize => $"a.\"FileSize\"{direction}",
            AssetSortFields.AssetType => $"a.\"Type\"{direction}, a.\"Name\" COLLATE NOCASE{direction}",
            _ => $"a.\"Name\" COLLATE NOCASE{direction}",
        };
        return $"{by}, a.\"AssetId\"{direction}";
    }

    // One text for lists of any length, because every text stays prepared.
    private static string List(SqlText sql, IReadOnlyCollection<string> values) =>
        $"(SELECT \"value\" FROM json_each({sql.Value(JsonSerializer.Serialize(values))}))";
}
