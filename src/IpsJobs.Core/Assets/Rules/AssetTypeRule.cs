using System.Collections.Frozen;
using IpsJobs.Core.Constants;

namespace IpsJobs.Core.Assets;

/// <summary>What follows from the type of an asset.</summary>
public static class AssetTypeRule
{
    private static readonly FrozenSet<string> CatalogTypes = FrozenSet.Create(
        StringComparer.Ordinal,
        [
            AssetTypes.Image, AssetTypes.PsdTemplate, AssetTypes.Svg, AssetTypes.Illustrator, AssetTypes.PostScript, AssetTypes.Fxg,
            AssetTypes.AssetSet, AssetTypes.ImageSet, AssetTypes.RenderSet, AssetTypes.SpinSet,
            AssetTypes.Template, AssetTypes.AdjustedView, AssetTypes.LayerView, AssetTypes.Catalog,
            AssetTypes.Vignette, AssetTypes.Cabinet, AssetTypes.WindowCovering, AssetTypes.RenderScene, AssetTypes.ViewerPreset,
            .. AssetSetSubTypes.All,
        ]);

    private static readonly FrozenSet<string> Pictures = FrozenSet.Create(
        StringComparer.Ordinal,
        [AssetTypes.Image, AssetTypes.PsdTemplate, AssetTypes.Illustrator, AssetTypes.PostScript]);

    private static readonly FrozenSet<string> Videos = FrozenSet.Create(StringComparer.Ordinal, [AssetTypes.Video, AssetTypes.MasterVideo]);

    private static readonly FrozenSet<string> Sets = FrozenSet.Create(
        StringComparer.Ordinal,
        [AssetTypes.ImageSet, AssetTypes.SpinSet, AssetTypes.RenderSet, AssetTypes.AssetSet, AssetTypes.Catalog]);

    public static NameSpace NameSpaceOf(string assetType) =>
        CatalogTypes.Contains(assetType) ? NameSpace.Catalog : NameSpace.Static;

    /// <summary>Raster and vector images, one of which may take the place of another.</summary>
    public static bool IsPicture(string assetType) => Pictures.Contains(assetType);

    /// <summary>Videos: the presets of a job alone decide which of the two types one and the same file has.</summary>
    public static bool IsVideo(string assetType) => Videos.Contains(assetType);

    /// <summary>Assets without a file that have members.</summary>
    public static bool IsSet(string assetType) => Sets.Contains(assetType);

    /// <summary>Whether a new file of one type may take the place of an asset of another without breaking its uses.</summary>
    public static bool CanReplace(string existingType, string newType) =>
        existingType == newType || (IsPicture(existingType) && IsPicture(newType)) || (IsVideo(existingType) && IsVideo(newType));
}
