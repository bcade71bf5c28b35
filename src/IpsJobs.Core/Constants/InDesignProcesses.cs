using System.Collections.Frozen;

namespace IpsJobs.Core.Constants;

/// <summary><c>process</c> of InDesign files.</summary>
public static class InDesignProcesses
{
    public const string None = "None";

    public static FrozenSet<string> All { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        [
            None,
        ]);
}
