using System.Globalization;

namespace IpsJobs.Contracts;

/// <summary>The lexical form of xsd:dateTime, read in full and written the way the API does.</summary>
internal static class XmlDateTime
{
    private const int MaxZoneHours = 14;
    private const int TickDigits = 7;

    /// <summary>Reads a date whose blanks are trimmed.</summary>
    /// <remarks>
    /// With a zone the result is UTC, without one it is unspecified. Fractions are cut to 100 ns. Years before 1 and
    /// after 9999, legal in XML Schema, have no <see cref="DateTime"/> and are refused.
    /// </remarks>
    public static bool TryParse(ReadOnlySpan<char> text, out DateTime value)
    {
        value = default;
        // yyyy-MM-ddTHH:mm:ss
        if (text.Length < 19 || text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':' || text[16] != ':')
            return false;
        if (!TryDate(text, out var ticks) || !TryTime(text[11..], out var timeTicks))
            return false;
        ticks += timeTicks;
        var rest = text[19..];
        if (!TryFraction(ref rest, out var fraction) || (fraction > 0 && timeTicks == TimeSpan.TicksPerDay))
            return false;
        if (rest.Length == 0)
            return TryCreate(ticks + fraction, DateTimeKind.Unspecified, out value);
        return TryZone(rest, out var offset) && TryCreate(ticks + fraction - offset, DateTimeKind.Utc, out value);
    }

    /// <summary>Writes <c>yyyy-MM-ddTHH:mm:ss.fff±hh:mm</c> in the zone and returns the length, always 29.</summary>
    /// <remarks>A date of unspecified kind is taken to be in the zone already.</remarks>
    public static int Format(DateTime value, TimeZoneInfo zone, Span<char> destination)
    {
        var written = InZone(value, zone);
        written.TryFormat(destination, out var length, "yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture);
        return length;
    }

    private static DateTimeOffset InZone(DateTime value, TimeZoneInfo zone)
    {
        if (value.Kind == DateTimeKind.Local)
            value = value.ToUniversalTime();
        // The first and last hours of the calendar do not exist in every zone.
        var offset = zone.GetUtcOffset(value);
        if (value.Kind != DateTimeKind.Utc)
            return Fits(value.Ticks - offset.Ticks) ? new DateTimeOffset(value, offset) : new DateTimeOffset(value, TimeSpan.Zero);
        var utc = new DateTimeOffset(value);
        return Fits(value.Ticks + offset.Ticks) ? utc.ToOffset(offset) : utc;
    }

    private static bool Fits(long ticks) => ticks >= DateTime.MinValue.Ticks && ticks <= DateTime.MaxValue.Ticks;

    private static bool TryCreate(long ticks, DateTimeKind kind, out DateTime value)
    {
        value = Fits(ticks) ? new DateTime(ticks, kind) : default;
        return Fits(ticks);
    }

    private static bool TryDate(ReadOnlySpan<char> text, out long ticks)
    {
        ticks = 0;
        if (!TryDigits(text[..4], out var year) || !TryDigits(text[5..7], out var month) || !TryDigits(text[8..10], out var day))
            return false;
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return false;
        ticks = new DateTime(year, month, day).Ticks;
        return true;
    }

    private static bool TryTime(ReadOnlySpan<char> text, out long ticks)
    {
        ticks = 0;
        if (!TryDigits(text[..2], out var hour) || !TryDigits(text[3..5], out var minute) || !TryDigits(text[6..8], out var second))
            return false;
        // 24:00:00 is the midnight that ends the day.
        if (hour > 24 || minute > 59 || second > 59 || (hour == 24 && minute + second > 0))
            return false;
        ticks = new TimeSpan(hour, minute, second).Ticks;
        return true;
    }

    private static bool TryFraction(ref ReadOnlySpan<char> rest, out long ticks)
    {
        ticks = 0;
        if (rest.Length == 0 || rest[0] != '.')
            return true;
        var digits = 1;
        while (digits < rest.Length && char.IsAsciiDigit(rest[digits]))
            digits++;
        for (var i = 1; i <= TickDigits; i++)
            ticks = (ticks * 10) + (i < digits ? rest[i] - '0' : 0);
        rest = rest[digits..];
        return digits > 1;
    }

    private static bool TryZone(ReadOnlySpan<char> text, out long offset)
    {
        offset = 0;
        if (text is "Z")
            return true;
        if (text.Length != 6 || text[0] is not ('+' or '-') || text[3] != ':')
            return false;
        if (!TryDigits(text[1..3], out var hours) || !TryDigits(text[4..], out var minutes))
            return false;
        if (minutes > 59 || (hours * 60) + minutes > MaxZoneHours * 60)
            return false;
        offset = new TimeSpan(hours, minutes, 0).Ticks * (text[0] == '-' ? -1 : 1);
        return true;
    }

    private static bool TryDigits(ReadOnlySpan<char> text, out int value)
    {
        value = 0;
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c))
                return false;
            value = (value * 10) + c - '0';
        }

        return true;
    }
}
