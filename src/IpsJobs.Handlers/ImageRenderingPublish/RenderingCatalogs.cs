using IpsJobs.Handlers.Publishing.Catalogs;

namespace IpsJobs.Handlers.ImageRenderingPublish;

/// <summary>The data files of image rendering.</summary>
public static class RenderingCatalogs
{
    public static CatalogKind Vignettes { get; } = new(
        "vignettes", keyColumns: 1, ["Id", "Path", "TimeStamp", "Expiration", "Modifier", "UserData"], "Path");

    public static CatalogKind Materials { get; } = new(
        "materials", keyColumns: 1, ["Id", "Path", "Resolution", "Anchor", "TimeStamp", "Expiration"], "Path");

    /// <summary>The kinds whose records come from assets.</summary>
    public static IReadOnlyList<CatalogKind> OfAssets { get; } = [Vignettes, Materials];
}
