using System.Text.RegularExpressions;

namespace IpsJobs.Core.Assets;

/// <summary>The definition of an asset set: text for a viewer, with functions such as <c>${getCatalogId([a|452])}</c> in it.</summary>
public static partial class SetDefinition
{
    /// <summary>Handles of the assets that functions of the definition name, in their order, each once.</summary>
    public static IReadOnlyList<string> HandlesIn(string definition) =>
        [.. Functions().Matches(definition).SelectMany(f => Handles().Matches(f.Value)).Select(h => h.Groups[1].Value).Distinct()];

    /// <summary>Puts the value of every function in its place; all text around them stays as it is.</summary>
    /// <param name="definition">The definition as clients write it.</param>
    /// <param name="valueOf">The value of a function; null leaves the function in the text.</param>
    public static string Resolve(string definition, Func<SetFunction, string?> valueOf) =>
        Functions().Replace(definition, f => Call().Match(f.Value) is { Success: true } call ? valueOf(FunctionOf(call)) ?? f.Value : f.Value);

    private static SetFunction FunctionOf(Match call) =>
        new(call.Groups[1].Value, [.. Brackets().Matches(call.Groups[2].Value).Select(b => b.Groups[1].Value.Trim())]);

    [GeneratedRegex(@"\$\{[^}]*\}", RegexOptions.NonBacktracking)]
    private static partial Regex Functions();

    // The handle of a metadata field begins with another tag.
    [GeneratedRegex(@"\[\s*((?:a\|)?[0-9]+(?:\|[0-9]+\|[0-9]+)?)\s*\]", RegexOptions.NonBacktracking)]
    private static partial Regex Handles();

    [GeneratedRegex(@"^\$\{\s*(\w+)\s*\((.*)\)\s*\}$", RegexOptions.NonBacktracking | RegexOptions.Singleline)]
    private static partial Regex Call();

    [GeneratedRegex(@"\[([^\]]*)\]", RegexOptions.NonBacktracking)]
    private static partial Regex Brackets();
}
