using System.Collections.Frozen;

namespace IpsJobs.Core.Constants;

/// <summary><c>process</c> of PostScript files.</summary>
public static class PostScriptProcesses
{
    public const string None = "None";
    public const string Rasterize = "Rasterize";

    public static FrozenSet<string> All { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        [
            None, Rasterize,
        ]);
}
