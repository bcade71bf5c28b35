using System.Collections.Frozen;

namespace IpsJobs.Core.Constants;

/// <summary><c>process</c> of Illustrator files.</summary>
/// <remarks><see cref="Thumbnail"/> is documented for a companion product only and accepted here too.</remarks>
public static class IllustratorProcesses
{
    public const string None = "None";
    public const string Rasterize = "Rasterize";
    public const string Thumbnail = "Thumbnail";

    public static FrozenSet<string> All { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        [
            None, Rasterize, Thumbnail,
        ]);
}
