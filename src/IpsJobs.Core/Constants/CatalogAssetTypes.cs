using System.Collections.Frozen;

namespace IpsJobs.Core.Constants;

/// <summary>Values of the <c>AssetType</c> column of a published catalog.</summary>
public static class CatalogAssetTypes
{
    public const string MediaSet = "MEDIASET";
    public const string SpinSet = "SPINSET";
    public const string SpinSet2D = "SPINSET2D";
    public const string VideoSet = "VIDEOSET";
    public const string ImageSet = "IMAGESET";
    public const string ECatalog = "ECATALOG";

    public static FrozenSet<string> All { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        [
            MediaSet, SpinSet, SpinSet2D, VideoSet, ImageSet, ECatalog,
        ]);
}
