using System.Collections.Frozen;

namespace IpsJobs.Core.Constants;

/// <summary><c>process</c> of Photoshop files.</summary>
public static class PhotoshopProcesses
{
    public const string None = "None";
    public const string MaintainLayers = "MaintainLayers";

    public static FrozenSet<string> All { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        [
            None, MaintainLayers,
        ]);
}
