using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace IpsJobs.Notifications.Localization;

/// <summary>Fills the places of a text: <c>{0}</c>, <c>{0, number}</c>, <c>{0, date}</c> and
/// <c>{0, plural, one {# file} other {# files}}</c>, where <c>#</c> stands for the number.</summary>
/// <remarks>Never throws: a translator's stray brace must not turn a job log into an error. An argument that is no number
/// or date where one is due is shown as it is.</remarks>
internal sealed partial class MessagePattern(TextLanguage language, string plural, TimeZoneInfo zone)
{
    /// <param name="text">Text with places.</param>
    /// <param name="arguments">Their values; numbers and dates (round-trip form) in the invariant culture.</param>
    public string Fill(string text, IReadOnlyList<string> arguments) =>
        arguments.Count == 0 ? text : Place().Replace(text, place => Value(place, arguments));

    private string Value(Match place, IReadOnlyList<string> arguments)
    {
        var index = int.Parse(place.Groups["index"].ValueSpan, CultureInfo.InvariantCulture);
        if (index >= arguments.Count)
            return place.Value;
        var argument = arguments[index];
        return place.Groups["kind"].Value switch
        {
            "number" => Number(argument),
            "date" => DateTimeOffset.TryParseExact(argument, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant)
                ? language.Date(instant, zone)
                : argument,
            "plural" => Plural(place.Groups["forms"].Value, argument),
            _ => argument,
        };
    }

    private string Number(string argument) =>
        long.TryParse(argument, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? language.Number(number) : argument;

    private string Plural(string forms, string argument)
    {
        var form = long.TryParse(argument, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? PluralRules.Of(plural, number)
            : PluralForm.Other;
        var texts = Form().Matches(forms).ToDictionary(m => m.Groups["name"].Value, m => m.Groups["text"].Value);
        var text = form == PluralForm.One && texts.TryGetValue("one", out var one) ? one : texts.GetValueOrDefault("other", "#");
        return new StringBuilder(text).Replace("#", Number(argument)).ToString();
    }

    [GeneratedRegex(@"\{(?<index>\d{1,2})(?:,\s*(?<kind>number|date)\s*|,\s*(?<kind>plural)\s*,(?<forms>(?:\s*[a-z]+\s*\{[^{}]*\})+)\s*)?\}")]
    internal static partial Regex Place();

    [GeneratedRegex(@"(?<name>[a-z]+)\s*\{(?<text>[^{}]*)\}")]
    internal static partial Regex Form();
}
