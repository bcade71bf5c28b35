namespace IpsJobs.Handlers.Publishing.Catalogs;

/// <summary>One of the data files that make up a company's catalog on a target.</summary>
/// <param name="name">Part of the file name before <c>.cat</c>.</param>
/// <param name="keyColumns">How many leading columns identify a record.</param>
/// <param name="columns">Names of all columns.</param>
/// <param name="pathColumns">Those that name files.</param>
public sealed class CatalogKind(string name, int keyColumns, IReadOnlyList<string> columns, params IReadOnlyList<string> pathColumns)
{
    /// <summary>Columns of images, wherever they are listed.</summary>
    public static IReadOnlyList<string> ImageColumns { get; } =
    [
        "Id", "Path", "MaskPath", "Size", "Resolution", "Anchor", "Modifier", "PostModifier", "Expiration", "TimeStamp", "UserData",
        "ImageSet", "AssetType", "Map", "Targets",
    ];

    /// <summary>ICC profiles.</summary>
    public static CatalogKind Icc { get; } = new("icc", keyColumns: 1, ["Name", "ProfilePath"], "ProfilePath");

    /// <summary>Image presets, by name without the dollar signs.</summary>
    public static CatalogKind Macros { get; } = new("macros", keyColumns: 1, ["Name", "Definition"]);

    /// <summary>Part of the file name before <c>.cat</c>.</summary>
    public string Name { get; } = name;

    public IReadOnlyList<string> Columns { get; } = columns;

    public string KeyOf(IReadOnlyList<string> record) => string.Join('\t', record.Take(keyColumns));

    /// <summary>Files that the record names, below the root of its kind.</summary>
    public IEnumerable<string> FilesOf(IReadOnlyList<string> record) => Columns
        .Select((column, i) => (column, value: record[i]))
        .Where(f => f.value.Length > 0 && pathColumns.Contains(f.column))
        .Select(f => f.value);
}
