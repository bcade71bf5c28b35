using System.Collections.Concurrent;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;

namespace IpsJobs.Notifications.Localization;

/// <summary>Finds the language of a reader: country, language, the server's default, and in the end English.</summary>
/// <remarks>Nothing in a locale makes it throw.</remarks>
public sealed partial class TextLanguages(ResourceManager resources, string defaultLocale)
{
    private const string Neutral = "en";

    // Locales come from requests; without a bound a caller could fill the memory with them.
    private const int MaxRemembered = 500;

    private readonly ConcurrentDictionary<string, TextLanguage> known = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The language for a locale such as <c>fr-CA</c>; null means the server's default.</summary>
    public TextLanguage Of(string? locale)
    {
        var name = locale ?? "";
        if (known.TryGetValue(name, out var found))
            return found;
        if (known.Count >= MaxRemembered)
            known.Clear();
        return known[name] = Make(name);
    }

    private TextLanguage Make(string locale)
    {
        var sources = Names(locale).Select(FindSource).OfType<TextSource>().ToList();
        // The reader's own country decides about numbers and dates as long as it is the language of the texts.
        var culture = new[] { locale, defaultLocale, Neutral }.Select(FindCulture)
            .First(c => c is not null && c.TwoLetterISOLanguageName == sources[0].Language);
        return new TextLanguage(culture!, sources);
    }

    private IEnumerable<string> Names(string locale) => [.. Chain(locale), .. Chain(defaultLocale), Neutral];

    private static IEnumerable<string> Chain(string locale)
    {
        if (!WellFormed().IsMatch(locale))
            return [];
        var name = locale.Replace('_', '-');
        var language = name.Split('-')[0].ToLowerInvariant();
        return language switch
        {
            "zh" => [name, language, IsTraditional(name) ? "zh-TW" : "zh-CN"],
            "pt" => [name, language, "pt-BR"],
            _ => [name, language],
        };
    }

    private static bool IsTraditional(string name) => name.ToUpperInvariant() is "ZH-TW" or "ZH-HK" or "ZH-MO" or "ZH-HANT";

    private TextSource? FindSource(string name)
    {
        if (FindCulture(name) is not { } culture)
            return null;
        var key = string.Equals(name, Neutral, StringComparison.OrdinalIgnoreCase) ? CultureInfo.InvariantCulture : culture;
        return resources.GetResourceSet(key, createIfNotExists: true, tryParents: false) is { } texts
            ? new TextSource(culture.TwoLetterISOLanguageName, texts)
            : null;
    }

    private static CultureInfo? FindCulture(string name)
    {
        try
        {
            return WellFormed().IsMatch(name) ? CultureInfo.GetCultureInfo(name.Replace('_', '-')) : null;
        }
        catch (CultureNotFoundException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"\A[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})?\z")]
    private static partial Regex WellFormed();
}
