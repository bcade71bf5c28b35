using System.Collections.Concurrent;
using System.Globalization;

namespace IpsJobs.Core.Schedules;

/// <summary>The service's own time zone, in which every schedule is evaluated for every company.</summary>
public static class ServerZone
{
    private static readonly ConcurrentDictionary<string, string> ShortNames = new(StringComparer.Ordinal);

    /// <summary>The short name in standard time, such as <c>PST</c>, or <c>GMT+05:30</c> for a zone without one.</summary>
    /// <remarks>It is the name of winter also in summer: listings show it beside times with the offset of the day.</remarks>
    public static string ShortName(TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return ShortNames.GetOrAdd(zone.Id, static (_, zone) => ZoneAbbreviations.Find(zone) ?? FromOffset(zone), zone);
    }

    /// <summary>The instant, in UTC, of a time that a client gave without an offset.</summary>
    /// <remarks>A time that the zone skips is the first instant after the gap, one that comes twice is the first.</remarks>
    public static DateTimeOffset FromServerLocal(DateTime unspecified, TimeZoneInfo zone) =>
        new ZonedWallClock(zone).Instants(unspecified).First;

    private static string FromOffset(TimeZoneInfo zone)
    {
        var offset = zone.BaseUtcOffset;
        var sign = offset < TimeSpan.Zero ? '-' : '+';
        return string.Create(CultureInfo.InvariantCulture, $"GMT{sign}{offset:hh\\:mm}");
    }
}
