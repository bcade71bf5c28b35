using System.Text.RegularExpressions;

namespace IpsJobs.Core.Assets;

/// <summary>The definition of an asset set: text for a viewer, with functions such as <c>${getCatalogId([a|452])}</c> in it.</summary>
public static partial class SetDefinition
{
    /// <summary>Handles of the assets that functions of the definition name, in their order, each once.</summary>
    public static IReadOnlyList<string> HandlesIn(string definition) =>
        [.. Functions().Matches(definition).SelectMany(f => Handles().Matches(f.Value)).Select(h => h.Groups[1].Value).Distinct()];

    [GeneratedRegex(@"\$\{[^}]*\}", RegexOptions.NonBacktracking)]
    private static partial Regex Functions();

    // The handle of a metadata field begins with another tag.
    [GeneratedRegex(@"\[\s*((?:a\|)?[0-9]+(?:\|[0-9]+\|[0-9]+)?)\s*\]", RegexOptions.NonBacktracking)]
    private static partial Regex Handles();
}
