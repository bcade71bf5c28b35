using IpsJobs.Handlers.Publishing.Catalogs;

namespace IpsJobs.Handlers.ImageServingPublish;

/// <summary>The data files of image serving.</summary>
public static class ServingCatalogs
{
    public static CatalogKind Images { get; } = new("images", keyColumns: 1, CatalogKind.ImageColumns, "Path", "MaskPath");

    public static CatalogKind Svg { get; } = new("svg", keyColumns: 1, ["Id", "Path", "Expiration", "TimeStamp"], "Path");

    public static CatalogKind Static { get; } = new(
        "static",
        keyColumns: 1,
        ["Id", "Path", "Expiration", "TimeStamp", "UserType", "UserData", "VideoBitRate", "VideoSize"],
        "Path");

    /// <summary>Styles of one font share the name, so the style is part of the key.</summary>
    public static CatalogKind Fonts { get; } = new(
        "fonts", keyColumns: 3, ["Name", "Bold", "Italic", "PsName", "FontPath", "MetricsPath"], "FontPath", "MetricsPath");

    /// <summary>The kinds whose records come from assets.</summary>
    public static IReadOnlyList<CatalogKind> OfAssets { get; } = [Images, Svg, Static, CatalogKind.Icc, Fonts];
}
