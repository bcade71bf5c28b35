namespace IpsJobs.Handlers.ImageServingPublish;

/// <summary>One of the data files that make up a company's catalog on a target.</summary>
public sealed class CatalogKind
{
    private readonly string[] pathColumns;

    private CatalogKind(string name, int keyColumns, string[] columns, params string[] pathColumns)
    {
        Name = name;
        KeyColumns = keyColumns;
        Columns = columns;
        this.pathColumns = pathColumns;
    }

    public static CatalogKind Images { get; } = new(
        "images",
        keyColumns: 1,
        ["Id", "Path", "MaskPath", "Size", "Resolution", "Anchor", "Modifier", "PostModifier", "Expiration", "TimeStamp", "UserData",
            "ImageSet", "AssetType", "Map", "Targets"],
        "Path", "MaskPath");

    public static CatalogKind Svg { get; } = new("svg", keyColumns: 1, ["Id", "Path", "Expiration", "TimeStamp"], "Path");

    public static CatalogKind Static { get; } = new(
        "static",
        keyColumns: 1,
        ["Id", "Path", "Expiration", "TimeStamp", "UserType", "UserData", "VideoBitRate", "VideoSize"],
        "Path");

    public static CatalogKind Icc { get; } = new("icc", keyColumns: 1, ["Name", "ProfilePath"], "ProfilePath");

    /// <summary>Styles of one font share the name, so the style is part of the key.</summary>
    public static CatalogKind Fonts { get; } = new(
        "fonts", keyColumns: 3, ["Name", "Bold", "Italic", "PsName", "FontPath", "MetricsPath"], "FontPath", "MetricsPath");

    public static CatalogKind Macros { get; } = new("macros", keyColumns: 1, ["Name", "Definition"]);

    /// <summary>The kinds whose records come from assets.</summary>
    public static IReadOnlyList<CatalogKind> OfAssets { get; } = [Images, Svg, Static, Icc, Fonts];

    /// <summary>Part of the file name before <c>.cat</c>.</summary>
    public string Name { get; }

    public IReadOnlyList<string> Columns { get; }

    /// <summary>How many leading columns identify a record.</summary>
    public int KeyColumns { get; }

    public string KeyOf(IReadOnlyList<string> record) => string.Join('\t', record.Take(KeyColumns));

    /// <summary>Files that the record names, below the root of its kind.</summary>
    public IEnumerable<string> FilesOf(IReadOnlyList<string> record) => Columns
        .Select((column, i) => (column, value: record[i]))
        .Where(f => f.value.Length > 0 && pathColumns.Contains(f.column))
        .Select(f => f.value);
}
