using System.Collections.Frozen;

namespace IpsJobs.Core.Constants;

/// <summary>Sub types of the asset sets that jobs make.</summary>
public static class AssetSetSubTypes
{
    public const string MultiAxisSpinSet = "MultiAxisSpinSet";
    public const string SwatchSet = "SwatchSet";
    public const string MediaSet = "MediaSet";
    public const string VideoSet = "VideoSet";

    public static FrozenSet<string> All { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        [
            MultiAxisSpinSet, SwatchSet, MediaSet, VideoSet,
        ]);
}
