using System.Globalization;
using IpsJobs.Core.Schedules;

namespace IpsJobs.Core.Tests.Schedules;

/// <summary>Writes the fires of a schedule as a line of text, so that tables stay readable.</summary>
internal static class ScheduleFires
{
    /// <summary>The next fires in UTC, as "MM-dd HH:mm:ss" with commas between them.</summary>
    public static string Utc(string raw, string after, string zone, int count) =>
        string.Join(", ", After(raw, after, zone).Take(count).Select(f => Text(f, "MM-dd HH:mm:ss")));

    /// <summary>The dates of the next fires, in UTC.</summary>
    public static string Dates(string raw, string after, int count) =>
        string.Join(", ", After(raw, after, "UTC").Take(count).Select(f => Text(f, "yyyy-MM-dd")));

    /// <summary>The times of day of all fires of 2026-01-01, in UTC.</summary>
    public static string Times(string raw) =>
        string.Join(", ", After(raw, "2025-12-31T23:59:59Z", "UTC").TakeWhile(f => f < At("2026-01-02T00:00:00Z")).Select(f => Text(f, "HH:mm:ss")));

    public static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static IEnumerable<DateTimeOffset> After(string raw, string after, string zone)
    {
        var schedule = ExecSchedule.Parse(raw);
        var zoneInfo = TimeZoneInfo.FindSystemTimeZoneById(zone);
        var next = schedule.NextAfter(At(after), zoneInfo);
        while (next is { } fire)
        {
            yield return fire;
            next = schedule.NextAfter(fire, zoneInfo);
        }
    }

    private static string Text(DateTimeOffset fire, string format) => fire.ToString(format, CultureInfo.InvariantCulture);
}
