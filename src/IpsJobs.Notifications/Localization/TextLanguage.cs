using System.Globalization;

namespace IpsJobs.Notifications.Localization;

/// <summary>The language of one reader: where texts come from, and how numbers and dates are written.</summary>
public sealed class TextLanguage
{
    private const char NarrowNoBreakSpace = '\u202F';
    private const char NoBreakSpace = '\u00A0';

    internal TextLanguage(CultureInfo culture, IReadOnlyList<TextSource> sources)
    {
        Culture = culture;
        Sources = sources;
    }

    /// <summary>Language tag of the texts, e.g. <c>fr-CA</c>.</summary>
    public string Tag => Culture.Name;

    /// <summary>Where to look for a text, best first.</summary>
    internal IReadOnlyList<TextSource> Sources { get; }

    private CultureInfo Culture { get; }

    /// <summary>A number with the separators of the language.</summary>
    public string Number(long value) => Usual(value.ToString("N0", Culture));

    /// <summary>Date and time with the offset of that day and the zone's id, since a short name such as CST belongs to three zones.</summary>
    public string Date(DateTimeOffset instant, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var local = TimeZoneInfo.ConvertTime(instant, zone);
        var offset = local.ToString("zzz", CultureInfo.InvariantCulture);
        return Usual($"{local.DateTime.ToString("F", Culture)} (UTC{offset}, {zone.Id})");
    }

    // Fonts of older mail programs show a box for the narrow one.
    private static string Usual(string text) => text.Replace(NarrowNoBreakSpace, NoBreakSpace);
}
