using System.Collections.Frozen;
using IpsJobs.Core.Constants;
using IpsJobs.Handlers.Publishing.Catalogs;

namespace IpsJobs.Handlers.ImageServingPublish;

/// <summary>How image serving delivers one type of asset.</summary>
/// <param name="Kind">Data file that lists it.</param>
/// <param name="FileType">File type of its log rows.</param>
/// <param name="IsRecordOnly">True for sets, templates and views, which have no file of their own.</param>
public sealed record AssetDelivery(CatalogKind Kind, string FileType, bool IsRecordOnly = false)
{
    private static readonly FrozenDictionary<string, AssetDelivery> ByType = new Dictionary<string, AssetDelivery>
    {
        [AssetTypes.Image] = new(ServingCatalogs.Images, LogFileTypes.OptimizedImage),
        [AssetTypes.PsdTemplate] = new(ServingCatalogs.Images, LogFileTypes.OptimizedImage),
        [AssetTypes.Illustrator] = new(ServingCatalogs.Images, LogFileTypes.OptimizedImage),
        [AssetTypes.PostScript] = new(ServingCatalogs.Images, LogFileTypes.OptimizedImage),
        [AssetTypes.ImageSet] = new(ServingCatalogs.Images, LogFileTypes.ImageSet, IsRecordOnly: true),
        [AssetTypes.SpinSet] = new(ServingCatalogs.Images, LogFileTypes.SpinSet, IsRecordOnly: true),
        [AssetTypes.AssetSet] = new(ServingCatalogs.Images, LogFileTypes.ImageSet, IsRecordOnly: true),
        [AssetTypes.Catalog] = new(ServingCatalogs.Images, LogFileTypes.Catalog, IsRecordOnly: true),
        [AssetTypes.Template] = new(ServingCatalogs.Images, LogFileTypes.Template, IsRecordOnly: true),
        [AssetTypes.AdjustedView] = new(ServingCatalogs.Images, LogFileTypes.Template, IsRecordOnly: true),
        [AssetTypes.LayerView] = new(ServingCatalogs.Images, LogFileTypes.Template, IsRecordOnly: true),
        [AssetTypes.Svg] = new(ServingCatalogs.Svg, LogFileTypes.Svg),
        [AssetTypes.IccProfile] = new(CatalogKind.Icc, LogFileTypes.IccProfile),
        [AssetTypes.Font] = new(ServingCatalogs.Fonts, LogFileTypes.Font),
        [AssetTypes.Pdf] = new(ServingCatalogs.Static, LogFileTypes.Pdf),
        [AssetTypes.Xml] = new(ServingCatalogs.Static, LogFileTypes.Xml),
        [AssetTypes.Xsl] = new(ServingCatalogs.Static, LogFileTypes.Xsl),
        [AssetTypes.Zip] = new(ServingCatalogs.Static, LogFileTypes.Zip),
        [AssetTypes.Aco] = new(ServingCatalogs.Static, LogFileTypes.Aco),
        [AssetTypes.ViewerSwf] = new(ServingCatalogs.Static, LogFileTypes.ViewerSwf),
        [AssetTypes.AnimatedGif] = new(ServingCatalogs.Static, LogFileTypes.NoType),
        [AssetTypes.InDesign] = new(ServingCatalogs.Static, LogFileTypes.NoType),
        [AssetTypes.Css] = new(ServingCatalogs.Static, LogFileTypes.NoType),
        [AssetTypes.Javascript] = new(ServingCatalogs.Static, LogFileTypes.NoType),
        [AssetTypes.Flash] = new(ServingCatalogs.Static, LogFileTypes.NoType),
        [AssetTypes.Swc] = new(ServingCatalogs.Static, LogFileTypes.NoType),
        [AssetTypes.Word] = new(ServingCatalogs.Static, LogFileTypes.NoType),
        [AssetTypes.Excel] = new(ServingCatalogs.Static, LogFileTypes.NoType),
        [AssetTypes.PowerPoint] = new(ServingCatalogs.Static, LogFileTypes.NoType),
        [AssetTypes.Rtf] = new(ServingCatalogs.Static, LogFileTypes.NoType),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Null for types that another publish delivers, such as vignettes and videos.</summary>
    /// <param name="assetType">A constant of <see cref="AssetTypes"/>.</param>
    public static AssetDelivery? Find(string assetType) => ByType.GetValueOrDefault(assetType);
}
