using System.Text.Json;
using IpsJobs.Core.Assets.Search;
using IpsJobs.Core.Constants;

namespace IpsJobs.Storage.Assets.Search;

/// <summary>Composes the statements of a search.</summary>
/// <remarks>The state of the trash stands in the text, because a partial index is not used for a parameter.</remarks>
internal static class SearchSql
{
    private const string Assets = "\"Assets\" a";

    // The order of the tables is meant: keywords come sorted by age.
    private const string KeywordsThenAssets = "\"AssetKeywords\" k CROSS JOIN \"Assets\" a ON a.\"AssetId\" = k.\"AssetId\"";

    public static SqlText Count(AssetQuery query)
    {
        if (IsCounted(query))
            return Counted(query);
        var sql = new SqlText("SELECT count(*) FROM ");
        return AppendMatches(sql, query);
    }

    /// <summary>The same for all pages of a search, and for no other search.</summary>
    public static string Key(AssetQuery query)
    {
        var count = Count(query);
        // Not even a text of a client can hold the separator.
        return $"{count}\0{string.Join('\0', count.Values)}\0{Order(query, ofMatches: true)}";
    }

    /// <summary>Rows before the page.</summary>
    public static long Skip(this AssetQuery query) => (query.Page - 1L) * query.PageSize;

    /// <summary>Finds the ids of the page first: skipping rows must not read what only the page needs.</summary>
    /// <param name="query">The search.</param>
    /// <param name="mark">A row of it that is not behind the beginning of the page, to skip rows from; null for its first row.</param>
    public static SqlText Page(AssetQuery query, PageMark? mark)
    {
        var sql = new SqlText($"SELECT {AssetRows.Columns} FROM (SELECT ");
        sql.Append(Keyword(query) is null ? "a.\"AssetId\"" : "k.\"AssetId\"").Append(" AS \"Id\" FROM ");
        AppendMatches(sql, mark is null ? query : Continued(query));
        if (mark is not null)
            sql.Append(From(sql, query, mark));
        sql.Append($" ORDER BY {Order(query, ofMatches: true)}");
        sql.Append($" LIMIT {sql.Value(query.PageSize)} OFFSET {sql.Value(query.Skip() - (mark?.Offset ?? 0))}");
        return sql.Append($") page JOIN {Assets} ON a.\"AssetId\" = page.\"Id\" ORDER BY {Order(query, ofMatches: false)}");
    }

    /// <summary>Conditions that follow from a filter of types, each beginning with AND.</summary>
    public static string Types(SqlText sql, AssetTypeFilter filter) => Types(sql, filter, "a") + SubTypes(sql, filter);

    private static SqlText AppendMatches(SqlText sql, AssetQuery query)
    {
        if (Keyword(query) is not { } keyword)
            return sql.Append($"{Assets} WHERE {Company(sql, query, "a")}{Filters(sql, query, query.Conditions)}");
        var rest = new ConditionGroup(Any: false, [.. query.Conditions.Conditions.Where(condition => !ReferenceEquals(condition, keyword))]);
        var where = $"{Company(sql, query, "k")} AND k.\"Keyword\" = {sql.Value(keyword.Keyword)}";
        var filters = Filters(sql, query, rest);
        return sql.Append($"{(NeedsAssets(query, filters) ? KeywordsThenAssets : "\"AssetKeywords\" k")} WHERE {where}{filters}");
    }

    private static bool NeedsAssets(AssetQuery query, string filters) => filters.Length > 0 || query.SortBy != AssetSortFields.Created;

    /// <summary>A keyword that every match must have, so that the search can start from it; null for none.</summary>
    public static KeywordCondition? Keyword(AssetQuery query) =>
        query.Conditions.Any ? null : query.Conditions.Conditions.OfType<KeywordCondition>().FirstOrDefault();

    private static string Company(SqlText sql, AssetQuery query, string table) =>
        $"{table}.\"CompanyId\" = {sql.Value(query.CompanyId)} AND {table}.\"TrashState\" = '{Known(query.TrashState)}'";

    private static string Filters(SqlText sql, AssetQuery query, ConditionGroup group)
    {
        var text = Folder(sql, query, "a") + Types(sql, query.Types) + Byproducts(sql, query) + Ready(sql, query, "a");
        if (query.ProjectId is { } project)
            text += $" AND a.\"AssetId\" IN (SELECT p.\"AssetId\" FROM \"AssetProjects\" p WHERE p.\"ProjectId\" = {sql.Value(project)})";
        return ConditionSql.Write(sql, group) is { } conditions ? $"{text} AND {conditions}" : text;
    }

    private static string Known(string trashState) => TrashStates.All.Contains(trashState)
        ? trashState
        : throw new ArgumentException($"No such state of the trash: {trashState}", nameof(trashState));

    // "0" follows "/": the range holds the folder and all below it.
    private static string Folder(SqlText sql, AssetQuery query, string table) => query.Folder switch
    {
        null => "",
        { } folder when query.IncludeSubfolders =>
            $" AND {table}.\"Folder\" >= {sql.Value(folder)} AND {table}.\"Folder\" < {sql.Value(FolderRange.EndOf(folder))}",
        { } folder => $" AND {table}.\"Folder\" = {sql.Value(folder)}",
    };

    private static string Types(SqlText sql, AssetTypeFilter filter, string table)
    {
        var text = "";
        if (filter.Types.Count == 1)
            text += $" AND {table}.\"Type\" = {sql.Value(filter.Types.First())}";
        else if (filter.Types.Count > 0)
            text += $" AND {table}.\"Type\" IN {List(sql, filter.Types)}";
        return filter.Excluded.Count > 0 ? text + $" AND {table}.\"Type\" NOT IN {List(sql, filter.Excluded)}" : text;
    }

    private static string SubTypes(SqlText sql, AssetTypeFilter filter) => filter.SubTypes.Count == 0
        ? ""
        : $" AND (a.\"SubType\" IN {List(sql, filter.SubTypes)}{(filter.StrictSubTypes ? "" : " OR a.\"SubType\" = ''")})";

    private static string Ready(SqlText sql, AssetQuery query, string table) =>
        query.ReadyForPublish is { } ready ? $" AND {table}.\"ReadyForPublish\" = {sql.Value(ready)}" : "";

    private static string Byproducts(SqlText sql, AssetQuery query)
    {
        const string Made = " AND NOT EXISTS (SELECT 1 FROM \"Generations\" g WHERE g.\"AssetId\" = a.\"AssetId\"";
        var text = query.ExcludeByproducts ? Made + ")" : "";
        foreach (var byproduct in query.ExcludedByproducts)
            text += $"{Made} AND g.\"Engine\" = {sql.Value(byproduct.Engine)} AND a.\"Type\" = {sql.Value(byproduct.AssetType)})";
        return text;
    }

    /// <summary>True when the counts that are kept per folder and type answer how many there are.</summary>
    private static bool IsCounted(AssetQuery query) =>
        ConditionSql.IsEmpty(query.Conditions) && query.ProjectId is null && query.Types.SubTypes.Count == 0
        && !query.ExcludeByproducts && query.ExcludedByproducts.Count == 0;

    private static SqlText Counted(AssetQuery query)
    {
        var sql = new SqlText("SELECT sum(c.\"Assets\") FROM \"AssetCounts\" c WHERE ");
        return sql.Append(Company(sql, query, "c") + Folder(sql, query, "c") + Types(sql, query.Types, "c") + Ready(sql, query, "c"));
    }

    private static string Order(AssetQuery query, bool ofMatches)
    {
        var direction = query.Descending ? " DESC" : "";
        var table = ofMatches ? OrderTable(query) : "a";
        var by = query.SortBy switch
        {
            AssetSortFields.Created => $"{table}.\"CreatedUtc\"{direction}",
            AssetSortFields.Modified => $"a.\"ModifiedUtc\"{direction}",
            AssetSortFields.FileSize => $"a.\"FileSize\"{direction}",
            AssetSortFields.AssetType => $"a.\"Type\"{direction}, a.\"Name\" COLLATE NOCASE{direction}",
            _ => $"a.\"Name\" COLLATE NOCASE{direction}",
        };
        return $"{by}, {table}.\"AssetId\"{direction}";
    }

    // Keywords are kept in this order; only their own columns spare looking at every asset.
    private static string OrderTable(AssetQuery query) => Keyword(query) is not null && query.SortBy == AssetSortFields.Created ? "k" : "a";

    private static AssetQuery Continued(AssetQuery query) => PageMark.Prefix(query.Conditions) is not { } prefix
        ? query
        : query with { Conditions = new ConditionGroup(Any: false, [new PrefixBound(prefix.Values[0], Upper: !query.Descending)]) };

    // The first comparison is what the index is entered by; one of two columns at once would not find an index that ignores case.
    private static string From(SqlText sql, AssetQuery query, PageMark mark)
    {
        var table = OrderTable(query);
        var column = query.SortBy == AssetSortFields.Name ? "a.\"Name\" COLLATE NOCASE" : $"{table}.\"{query.SortBy}Utc\"";
        var (key, after) = (sql.Value(mark.Key), query.Descending ? "<" : ">");
        return $" AND {column} {after}= {key} AND ({column} {after} {key} OR {table}.\"AssetId\" {after}= {sql.Value(mark.AssetId)})";
    }

    // One text for lists of any length, because every text stays prepared.
    private static string List(SqlText sql, IReadOnlyCollection<string> values) =>
        $"(SELECT \"value\" FROM json_each({sql.Value(JsonSerializer.Serialize(values))}))";
}
