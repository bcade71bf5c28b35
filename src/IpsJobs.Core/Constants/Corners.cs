using System.Collections.Frozen;

namespace IpsJobs.Core.Constants;

/// <summary>Corner whose pixel gives the colour to crop or to knock out.</summary>
public static class Corners
{
    public const string UpperLeft = "UpperLeft";
    public const string UpperRight = "UpperRight";
    public const string BottomLeft = "BottomLeft";
    public const string BottomRight = "BottomRight";

    public static FrozenSet<string> All { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        [
            UpperLeft, UpperRight, BottomLeft, BottomRight,
        ]);
}
