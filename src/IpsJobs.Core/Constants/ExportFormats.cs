using System.Collections.Frozen;

namespace IpsJobs.Core.Constants;

/// <summary><c>fmt</c> of an export: files as uploaded, or converted.</summary>
public static class ExportFormats
{
    public const string Orig = "orig";
    public const string Convert = "convert";

    public static FrozenSet<string> All { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        [
            Orig, Convert,
        ]);
}
