using IpsJobs.Core.Assets.Search;
using IpsJobs.Core.Constants;

namespace IpsJobs.Storage.Assets.Search;

/// <summary>What a field is in a statement on <c>"Assets" a</c>.</summary>
internal static class FieldSql
{
    /// <summary>An expression for the field's text; NULL where the asset has none.</summary>
    public static string Text(SqlText sql, AssetField field) => field switch
    {
        AssetField.System { Name: AssetSystemFields.Name } => "a.\"Name\"",
        AssetField.System { Name: AssetSystemFields.FileName } => "a.\"FileName\"",
        AssetField.System { Name: AssetSystemFields.CreateUser } => User("CreatedBy"),
        AssetField.System { Name: AssetSystemFields.LastModifyUser } => User("ModifiedBy"),
        AssetField.Metadata metadata => Metadata(sql, metadata.Names),
        _ => throw new ArgumentException($"{field} is no text", nameof(field)),
    };

    /// <summary>An expression for a number; NULL where the asset has none.</summary>
    public static string Number(SqlText sql, AssetField field) => field switch
    {
        AssetField.System { Name: AssetSystemFields.FileSize } => "a.\"FileSize\"",
        AssetField.Metadata metadata => NumberIn(Metadata(sql, metadata.Names)),
        _ => throw new ArgumentException($"{field} is no number", nameof(field)),
    };

    /// <summary>An expression for an instant as days of the Julian calendar or as ticks; NULL where the asset has none.</summary>
    public static string Instant(SqlText sql, AssetField field) => field switch
    {
        AssetField.System { Name: AssetSystemFields.Created } => "a.\"CreatedUtc\"",
        AssetField.System { Name: AssetSystemFields.LastModified } => "a.\"ModifiedUtc\"",
        AssetField.Metadata metadata => $"julianday({Metadata(sql, metadata.Names)})",
        _ => throw new ArgumentException($"{field} is no date", nameof(field)),
    };

    /// <summary>A table expression with the texts that the field holds, in its column <c>value</c>.</summary>
    public static string? List(SqlText sql, AssetField field) => field switch
    {
        AssetField.System { Name: AssetSystemFields.Keywords } => "json_each(a.\"Keywords\")",
        AssetField.Tags tags => TagList(Metadata(sql, [tags.Name])),
        _ => null,
    };

    private static string User(string column) => $"(SELECT u.\"Email\" FROM \"Users\" u WHERE u.\"UserId\" = a.\"{column}\")";

    private static string Metadata(SqlText sql, IReadOnlyList<string> names)
    {
        var found = names.Select(name => $"(SELECT j.\"value\" FROM json_each(a.\"Metadata\") j WHERE j.\"key\" = {sql.Value(name)})").ToList();
        return found.Count == 1 ? found[0] : $"coalesce({string.Join(", ", found)})";
    }

    // A text with anything else in it than a number is none.
    private static string NumberIn(string text) =>
        $"(SELECT CAST(m.\"t\" AS REAL) FROM (SELECT trim({text}) AS \"t\") m WHERE m.\"t\" GLOB '*[0-9]*' AND m.\"t\" NOT GLOB '*[^0-9.eE+-]*')";

    // The list is turned into a JSON array, because that is what the database can take apart.
    private static string TagList(string text) =>
        $"(SELECT trim(t.\"value\") AS \"value\" FROM json_each('[' || replace(json_quote(coalesce({text}, '')), ',', '\",\"') || ']') t)";
}
