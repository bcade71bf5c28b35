using System.Collections.Frozen;

namespace IpsJobs.Core.Constants;

/// <summary><c>colorspace</c> of rasterised PostScript, PDF and Illustrator files.</summary>
public static class Colorspaces
{
    public const string Auto = "Auto";
    public const string Rgb = "Rgb";
    public const string Cmyk = "Cmyk";
    public const string Gray = "Gray";

    public static FrozenSet<string> All { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        [
            Auto, Rgb, Cmyk, Gray,
        ]);
}
