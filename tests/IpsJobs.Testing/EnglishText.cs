using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using IpsJobs.Core.Messages;

namespace IpsJobs.Testing;

/// <summary>The English text of a message, for tests of projects that know nothing of languages. Numbers always take the plural.</summary>
public static partial class EnglishText
{
    private static readonly Dictionary<string, string> Texts =
        XDocument.Load(RepositoryFolder.Of("src", "IpsJobs.Notifications", "Localization", "Messages.resx"))
            .Root!.Elements("data").ToDictionary(e => e.Attribute("name")!.Value, e => e.Element("value")!.Value);

    public static string Of(LocalizedMessage message) => Place().Replace(Texts[message.Key], place =>
    {
        var argument = message.Arguments[int.Parse(place.Groups["index"].ValueSpan, CultureInfo.InvariantCulture)];
        var value = NestedMessage.Find(argument) is { } nested ? Of(nested) : argument;
        return place.Groups["other"].Success ? place.Groups["other"].Value.Replace("#", value, StringComparison.Ordinal) : value;
    });

    [GeneratedRegex(@"\{(?<index>\d)(, plural, one \{[^{}]*\} other \{(?<other>[^{}]*)\})?\}")]
    private static partial Regex Place();
}
