using System.Text.RegularExpressions;
using System.Xml.Linq;
using IpsJobs.Testing;

namespace IpsJobs.Notifications.Tests.Localization;

/// <summary>The texts of one language as its file holds them, so that nothing is filled in from another language.</summary>
internal static partial class Translation
{
    public static IReadOnlyDictionary<string, string> English { get; } = Read("Messages.resx");

    public static IReadOnlyDictionary<string, string> Of(string language) => Read($"Messages.{language}.resx");

    /// <summary>The places of a text in order, e.g. <c>0</c>, <c>1, date</c> or <c>2, plural</c>.</summary>
    public static IEnumerable<string> Places(string text) => Place().Matches(text)
        .Select(p => p.Groups["kind"].Success ? $"{p.Groups["index"]}, {p.Groups["kind"]}" : p.Groups["index"].Value)
        .Distinct().Order(StringComparer.Ordinal);

    /// <summary>The names of the forms of each plural in a text, e.g. <c>one other</c>.</summary>
    public static IEnumerable<string> Plurals(string text) => Place().Matches(text)
        .Where(p => p.Groups["forms"].Success)
        .Select(p => string.Join(' ', Form().Matches(p.Groups["forms"].Value).Select(f => f.Groups["name"].Value)));

    /// <summary>What is shown as it stands, without places.</summary>
    public static string Words(string text) => Place().Replace(text, "");

    // A key that stands twice would fail here; the build only warns and keeps one of the two texts.
    private static Dictionary<string, string> Read(string file) =>
        XDocument.Load(RepositoryFolder.Of("src", "IpsJobs.Notifications", "Localization", file), LoadOptions.PreserveWhitespace)
            .Root!.Elements("data").ToDictionary(e => e.Attribute("name")!.Value, e => e.Element("value")!.Value);

    [GeneratedRegex(@"\{(?<index>\d)(, (?<kind>number|date|plural)(,(?<forms>( \w+ \{[^{}]*\})+))?)?\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"(?<name>\w+) \{")]
    private static partial Regex Form();
}
