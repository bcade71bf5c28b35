using System.Collections.Concurrent;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using IpsJobs.Core.Messages;

namespace IpsJobs.Notifications.Localization;

/// <summary>Renders from <c>Messages.resx</c> and the satellites beside it: another language is one more file, no code.</summary>
/// <remarks>Every text is looked up for itself, so a language may be incomplete: country, language, the server's
/// default, and in the end the English text. Nothing in a message or a locale makes it throw.</remarks>
public sealed partial class ResourceMessageRenderer(ResourceManager resources, string defaultLocale) : IMessageRenderer
{
    private const string NeutralLanguage = "en";

    // Locales come from requests; without a bound a caller could fill the memory with them.
    private const int MaxRemembered = 500;

    private readonly ConcurrentDictionary<string, ResourceSet[]> chains = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The texts of this service.</summary>
    public static ResourceManager Texts { get; } =
        new("IpsJobs.Notifications.Localization.Messages", typeof(ResourceMessageRenderer).Assembly);

    public string Render(LocalizedMessage message, string? locale)
    {
        ArgumentNullException.ThrowIfNull(message);
        var text = ChainOf(locale ?? "").Select(set => set.GetString(message.Key)).FirstOrDefault(found => found is not null);
        return text is null ? message.Key : Fill(text, message.Arguments);
    }

    // Not string.Format: a translator's stray brace must not turn a job log into an error.
    private static string Fill(string text, string[] arguments) => arguments.Length == 0
        ? text
        : Place().Replace(text, place =>
            int.Parse(place.ValueSpan[1..^1], CultureInfo.InvariantCulture) is var index && index < arguments.Length
                ? arguments[index]
                : place.Value);

    private ResourceSet[] ChainOf(string locale)
    {
        if (chains.TryGetValue(locale, out var known))
            return known;
        if (chains.Count >= MaxRemembered)
            chains.Clear();
        return chains[locale] = [.. Names(locale).Select(FindSet).OfType<ResourceSet>()];
    }

    private IEnumerable<string> Names(string locale) =>
        [.. WithLanguage(locale), .. WithLanguage(defaultLocale), NeutralLanguage];

    private static IEnumerable<string> WithLanguage(string locale)
    {
        if (!WellFormed().IsMatch(locale))
            return [];
        var name = locale.Replace('_', '-');
        return name.IndexOf('-', StringComparison.Ordinal) is var cut and > 0 ? [name, name[..cut]] : [name];
    }

    private ResourceSet? FindSet(string name)
    {
        var culture = string.Equals(name, NeutralLanguage, StringComparison.OrdinalIgnoreCase)
            ? CultureInfo.InvariantCulture
            : FindCulture(name);
        return culture is null ? null : resources.GetResourceSet(culture, createIfNotExists: true, tryParents: false);
    }

    private static CultureInfo? FindCulture(string name)
    {
        try
        {
            return CultureInfo.GetCultureInfo(name);
        }
        catch (CultureNotFoundException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"\{\d{1,2}\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"\A[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})?\z")]
    private static partial Regex WellFormed();
}
