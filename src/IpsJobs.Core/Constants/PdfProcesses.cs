using System.Collections.Frozen;

namespace IpsJobs.Core.Constants;

/// <summary><c>process</c> of PDF files.</summary>
public static class PdfProcesses
{
    public const string None = "None";
    public const string Rasterize = "Rasterize";
    public const string Thumbnail = "Thumbnail";

    public static FrozenSet<string> All { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        [
            None, Rasterize, Thumbnail,
        ]);

    /// <summary>Reads a value as clients send it, the alias "render" included.</summary>
    /// <returns>False, with an empty string, when the value is neither a constant nor an alias.</returns>
    public static bool TryCanonical(string? value, out string canonical)
    {
        canonical = value switch
        {
            "render" => Rasterize,
            not null when All.Contains(value) => value,
            _ => "",
        };
        return canonical.Length > 0;
    }
}
