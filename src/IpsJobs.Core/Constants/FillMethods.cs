using System.Collections.Frozen;

namespace IpsJobs.Core.Constants;

/// <summary>How a knocked-out background is found.</summary>
public static class FillMethods
{
    public const string FloodFill = "FloodFill";
    public const string MatchPixel = "MatchPixel";

    public static FrozenSet<string> All { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        [
            FloodFill, MatchPixel,
        ]);
}
