using System.Collections.Frozen;
using IpsJobs.Core.Constants;

namespace IpsJobs.Handlers.ImageServingPublish;

/// <summary>How image serving delivers one type of asset.</summary>
/// <param name="Kind">Data file that lists it.</param>
/// <param name="FileType">File type of its log rows.</param>
public sealed record AssetDelivery(CatalogKind Kind, string FileType)
{
    private static readonly FrozenDictionary<string, AssetDelivery> ByType = new Dictionary<string, AssetDelivery>
    {
        [AssetTypes.Image] = new(CatalogKind.Images, LogFileTypes.OptimizedImage),
        [AssetTypes.PsdTemplate] = new(CatalogKind.Images, LogFileTypes.OptimizedImage),
        [AssetTypes.Illustrator] = new(CatalogKind.Images, LogFileTypes.OptimizedImage),
        [AssetTypes.PostScript] = new(CatalogKind.Images, LogFileTypes.OptimizedImage),
        [AssetTypes.Svg] = new(CatalogKind.Svg, LogFileTypes.Svg),
        [AssetTypes.IccProfile] = new(CatalogKind.Icc, LogFileTypes.IccProfile),
        [AssetTypes.Font] = new(CatalogKind.Fonts, LogFileTypes.Font),
        [AssetTypes.Pdf] = new(CatalogKind.Static, LogFileTypes.Pdf),
        [AssetTypes.Xml] = new(CatalogKind.Static, LogFileTypes.Xml),
        [AssetTypes.Xsl] = new(CatalogKind.Static, LogFileTypes.Xsl),
        [AssetTypes.Zip] = new(CatalogKind.Static, LogFileTypes.Zip),
        [AssetTypes.Aco] = new(CatalogKind.Static, LogFileTypes.Aco),
        [AssetTypes.ViewerSwf] = new(CatalogKind.Static, LogFileTypes.ViewerSwf),
        [AssetTypes.AnimatedGif] = new(CatalogKind.Static, LogFileTypes.NoType),
        [AssetTypes.InDesign] = new(CatalogKind.Static, LogFileTypes.NoType),
        [AssetTypes.Css] = new(CatalogKind.Static, LogFileTypes.NoType),
        [AssetTypes.Javascript] = new(CatalogKind.Static, LogFileTypes.NoType),
        [AssetTypes.Flash] = new(CatalogKind.Static, LogFileTypes.NoType),
        [AssetTypes.Swc] = new(CatalogKind.Static, LogFileTypes.NoType),
        [AssetTypes.Word] = new(CatalogKind.Static, LogFileTypes.NoType),
        [AssetTypes.Excel] = new(CatalogKind.Static, LogFileTypes.NoType),
        [AssetTypes.PowerPoint] = new(CatalogKind.Static, LogFileTypes.NoType),
        [AssetTypes.Rtf] = new(CatalogKind.Static, LogFileTypes.NoType),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Null for types that another publish delivers, such as vignettes and videos.</summary>
    /// <param name="assetType">A constant of <see cref="AssetTypes"/>.</param>
    public static AssetDelivery? Find(string assetType) => ByType.GetValueOrDefault(assetType);
}
