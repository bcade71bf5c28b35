using System.Globalization;

namespace IpsJobs.Core.Text;

/// <summary>Writes dates as replies carry them.</summary>
public static class IpsDates
{
    /// <summary>Such as <c>2011-03-30T14:32:08.834-07:00</c>: milliseconds always, and the offset that the zone has at that instant.</summary>
    public static string Format(DateTimeOffset instant, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(instant, zone).ToString("yyyy-MM-dd'T'HH':'mm':'ss.fffzzz", CultureInfo.InvariantCulture);
}
