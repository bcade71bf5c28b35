using System.Collections.Frozen;

namespace IpsJobs.Core.Constants;

/// <summary>Where the layers of a Photoshop file are anchored.</summary>
public static class Anchors
{
    public const string Center = "Center";
    public const string North = "North";
    public const string Northwest = "Northwest";
    public const string West = "West";
    public const string Southwest = "Southwest";
    public const string South = "South";
    public const string Southeast = "Southeast";
    public const string East = "East";
    public const string Northeast = "Northeast";

    public static FrozenSet<string> All { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        [
            Center, North, Northwest, West, Southwest, South, Southeast, East, Northeast,
        ]);
}
