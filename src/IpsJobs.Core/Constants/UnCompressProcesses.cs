using System.Collections.Frozen;

namespace IpsJobs.Core.Constants;

/// <summary><c>process</c> of archives.</summary>
public static class UnCompressProcesses
{
    public const string None = "None";
    public const string UnCompress = "UnCompress";

    public static FrozenSet<string> All { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        [
            None, UnCompress,
        ]);
}
