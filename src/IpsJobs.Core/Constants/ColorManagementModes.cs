using System.Collections.Frozen;

namespace IpsJobs.Core.Constants;

/// <summary><c>colorManagement</c>: what happens to the colour profile of an uploaded image.</summary>
public static class ColorManagementModes
{
    public const string Default = "Default";
    public const string MaintainOriginal = "MaintainOriginal";
    public const string Convert = "Convert";

    public static FrozenSet<string> All { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        [
            Default, MaintainOriginal, Convert,
        ]);
}
