using System.Collections.Frozen;

namespace IpsJobs.Core.Constants;

/// <summary>How assets made from the layers of a Photoshop file are named.</summary>
public static class LayerNamings
{
    public const string LayerName = "LayerName";
    public const string AppendNumber = "AppendNumber";
    public const string AppendName = "AppendName";
    public const string Folders = "Folders";

    public static FrozenSet<string> All { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        [
            LayerName, AppendNumber, AppendName, Folders,
        ]);

    /// <summary>Reads a value as clients send it, the alias "Layername" included.</summary>
    /// <returns>False, with an empty string, when the value is neither a constant nor an alias.</returns>
    public static bool TryCanonical(string? value, out string canonical)
    {
        canonical = value switch
        {
            "Layername" => LayerName,
            not null when All.Contains(value) => value,
            _ => "",
        };
        return canonical.Length > 0;
    }
}
