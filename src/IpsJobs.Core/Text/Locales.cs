using System.Globalization;
using System.Text.RegularExpressions;

namespace IpsJobs.Core.Text;

/// <summary>Languages as the API names them: <c>en</c> or <c>en-US</c>.</summary>
public static partial class Locales
{
    /// <summary>Reads a locale of a request body, where <c>_</c> may stand for <c>-</c>.</summary>
    /// <returns>False, with an empty locale, when it is malformed. Whether we speak the language is not asked.</returns>
    public static bool TryNormalize(string? value, out string locale)
    {
        var match = BodyForm().Match(value?.Trim() ?? "");
        locale = match.Success ? Join(match) : "";
        return match.Success;
    }

    /// <summary>Where to look for a text, best first and without repetition: language and country, language, then the next locale.</summary>
    /// <param name="preferred">Normalised locales, best first; empty ones are skipped, since many requests name none.</param>
    /// <param name="serverDefault">The last resort.</param>
    public static IReadOnlyList<string> FallbackChain(IEnumerable<string?> preferred, string serverDefault) =>
    [
        .. preferred.Append(serverDefault)
            .OfType<string>()
            .Where(locale => locale.Length > 0)
            .SelectMany(locale => new[] { locale, locale[..2] })
            .Distinct(StringComparer.Ordinal),
    ];

    /// <summary>The locales of an Accept-Language header, best first; what cannot be read is left out.</summary>
    /// <remarks>Letter case does not matter here, and of a longer tag such as <c>zh-Hant-TW</c> language and country count.</remarks>
    public static IReadOnlyList<string> ParseAcceptLanguage(string? header) =>
    [
        .. (header ?? "").Split(',')
            .Select(ReadWeighted)
            .Where(w => w is { Quality: > 0, Locale: not null })
            .OrderByDescending(w => w.Quality)
            .Select(w => w.Locale!)
            .Distinct(StringComparer.Ordinal),
    ];

    private static (string? Locale, double Quality) ReadWeighted(string item)
    {
        var parts = item.Split(';');
        var match = HeaderForm().Match(parts[0].Trim());
        return (match.Success ? Join(match) : null, parts.Length > 1 ? ReadQuality(parts[1]) : 1);
    }

    private static double ReadQuality(string parameter)
    {
        var match = QualityForm().Match(parameter.Trim());
        return match.Success ? double.Parse(match.Groups["value"].Value, CultureInfo.InvariantCulture) : 0;
    }

    private static string Join(Match match)
    {
        var country = match.Groups["country"];
        var language = match.Groups["language"].Value.ToLowerInvariant();
        return country.Success ? $"{language}-{country.Value.ToUpperInvariant()}" : language;
    }

    [GeneratedRegex(@"^(?<language>[a-z]{2})([-_](?<country>[A-Z]{2}))?\z", RegexOptions.CultureInvariant)]
    private static partial Regex BodyForm();

    [GeneratedRegex(
        @"^(?<language>[a-z]{2})([-_][a-z]{4})?([-_](?<country>[a-z]{2}))?([-_][a-z0-9]+)*\z",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex HeaderForm();

    [GeneratedRegex(@"^q\s*=\s*(?<value>0(\.[0-9]{0,3})?|1(\.0{0,3})?)\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex QualityForm();
}
