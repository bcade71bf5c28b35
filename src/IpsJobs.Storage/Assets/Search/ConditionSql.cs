using IpsJobs.Core.Assets.Search;
using IpsJobs.Core.Constants;

namespace IpsJobs.Storage.Assets.Search;

/// <summary>Writes conditions of a search on <c>"Assets" a</c>.</summary>
internal static class ConditionSql
{
    // Sorts after every text that begins with a given one.
    private const string Last = "\U0010FFFF";

    /// <summary>Null for a group that holds no condition.</summary>
    public static string? Write(SqlText sql, AssetCondition condition) => condition switch
    {
        ConditionGroup group => Group(sql, group),
        KeywordCondition keyword => Keyword(sql, keyword.Keyword),
        TextCondition text => Text(sql, text),
        NumberCondition number => Compare(
            FieldSql.Number(sql, number.Field), number.Operator, sql.Value(number.Value), () => sql.Value(number.UpperValue)),
        DateCondition date => Date(sql, date),
        PrefixBound { Upper: true } end => $"a.\"Name\" COLLATE NOCASE < {sql.Value(end.Prefix + Last)}",
        PrefixBound begin => $"a.\"Name\" COLLATE NOCASE >= {sql.Value(begin.Prefix)}",
        _ => throw new ArgumentException($"No such condition: {condition}", nameof(condition)),
    };

    /// <summary>True for a group in which nothing is asked.</summary>
    public static bool IsEmpty(ConditionGroup group) =>
        group.Conditions.All(condition => condition is ConditionGroup inner && IsEmpty(inner));

    private static string? Group(SqlText sql, ConditionGroup group)
    {
        var parts = group.Conditions.Select(condition => Write(sql, condition)).OfType<string>().ToList();
        return parts.Count == 0 ? null : $"({string.Join(group.Any ? " OR " : " AND ", parts)})";
    }

    private static string Keyword(SqlText sql, string keyword) =>
        $"EXISTS (SELECT 1 FROM json_each(a.\"Keywords\") k WHERE k.\"value\" = {sql.Value(keyword)} COLLATE NOCASE)";

    private static string Text(SqlText sql, TextCondition condition)
    {
        var (negative, positive) = condition.Operator switch
        {
            ComparisonOperators.NotEquals => (true, ComparisonOperators.Equals),
            ComparisonOperators.NotContains => (true, ComparisonOperators.Contains),
            var same => (false, same),
        };
        var matches = FieldSql.List(sql, condition.Field) is { } list
            ? $"EXISTS (SELECT 1 FROM {list} v WHERE {AnyOf(sql, "v.\"value\"", positive, condition)})"
            : AnyOf(sql, Plain(sql, condition.Field), positive, condition);
        return negative ? $"NOT {matches}" : matches;
    }

    // The name is never NULL, and only the bare column finds its index.
    private static string Plain(SqlText sql, AssetField field)
    {
        var text = FieldSql.Text(sql, field);
        return text == "a.\"Name\"" ? text : $"coalesce({text}, '')";
    }

    private static string AnyOf(SqlText sql, string text, string positive, TextCondition condition) =>
        $"({string.Join(" OR ", condition.Values.Select(value => One(sql, text, positive, value, condition.CaseSensitive)))})";

    private static string One(SqlText sql, string text, string positive, string value, bool caseSensitive)
    {
        var collation = caseSensitive ? "" : " COLLATE NOCASE";
        return positive switch
        {
            ComparisonOperators.Equals => $"{text}{collation} = {sql.Value(value)}",
            ComparisonOperators.StartsWith => $"({text}{collation} >= {sql.Value(value)} AND {text}{collation} < {sql.Value(value + Last)})",
            ComparisonOperators.EndsWith => EndsWith(sql, text, value, collation),
            _ => caseSensitive ? $"instr({text}, {sql.Value(value)}) > 0" : $"instr(lower({text}), lower({sql.Value(value)})) > 0",
        };
    }

    private static string EndsWith(SqlText sql, string text, string value, string collation)
    {
        if (value.Length == 0)
            return "true";
        var end = sql.Value(value);
        return $"substr({text}, -length({end})){collation} = {end}";
    }

    // Metadata holds dates as text; those of the system are ticks.
    private static string Date(SqlText sql, DateCondition date)
    {
        var instant = FieldSql.Instant(sql, date.Field);
        return date.Field is AssetField.System
            ? Compare(instant, date.Operator, sql.Value(date.Value), () => sql.Value(date.UpperValue))
            : Compare(instant, date.Operator, Julian(sql, date.Value), () => Julian(sql, date.UpperValue));
    }

    private static string Julian(SqlText sql, DateTimeOffset instant) =>
        $"julianday({sql.Value(instant.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.fff", System.Globalization.CultureInfo.InvariantCulture))})";

    // The upper end becomes a parameter only where it is used: the database refuses parameters that a statement skips.
    private static string Compare(string field, string op, string value, Func<string> upper) => op switch
    {
        ComparisonOperators.Equals => $"{field} = {value}",
        ComparisonOperators.NotEquals => $"{field} <> {value}",
        ComparisonOperators.LessThan => $"{field} < {value}",
        ComparisonOperators.LessThanEquals => $"{field} <= {value}",
        ComparisonOperators.GreaterThan => $"{field} > {value}",
        ComparisonOperators.GreaterThanEquals => $"{field} >= {value}",
        ComparisonOperators.Between => $"{field} BETWEEN {value} AND {upper()}",
        ComparisonOperators.NotBetween => $"{field} NOT BETWEEN {value} AND {upper()}",
        _ => throw new ArgumentException($"No such operator: {op}", nameof(op)),
    };
}
