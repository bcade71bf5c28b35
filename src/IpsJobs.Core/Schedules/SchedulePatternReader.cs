using System.Globalization;
using IpsJobs.Core.Messages;

namespace IpsJobs.Core.Schedules;

/// <summary>Tells the forms of a schedule apart by their number of fields and reads them.</summary>
internal static class SchedulePatternReader
{
    public static SchedulePattern Read(string raw)
    {
        var fields = raw.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return fields.Length switch
        {
            5 => ReadFive(raw, fields),
            6 => ReadWithSeconds(raw, [.. fields, "*"]),
            7 => ReadWithSeconds(raw, fields),
            _ => throw new ScheduleFormatException(
                raw, new LocalizedMessage("Fault.Schedule.FieldCount", fields.Length.ToString(CultureInfo.InvariantCulture))),
        };
    }

    private static SchedulePattern ReadFive(string raw, string[] fields)
    {
        if (EndsInBlank(raw))
            return ReadListing(raw, fields);
        try
        {
            return ReadStandard(raw, fields);
        }
        catch (ScheduleFormatException) when (FindListing(raw, fields) is { } listing)
        {
            // A client that trims what getScheduledJobs listed sends back "00 00 00 * *", which is no standard cron.
            return listing;
        }
    }

    // A line break at the end comes from indented XML and says nothing about the form.
    private static bool EndsInBlank(string raw)
    {
        var tail = raw.AsSpan(raw.AsSpan().TrimEnd().Length);
        return tail.Length > 0 && !tail.ContainsAny('\n', '\r');
    }

    // Listings name a time of the day. Without one, "0 25 * * *" is a mistaken hour rather than a listing.
    private static SchedulePattern? FindListing(string raw, string[] fields)
    {
        try
        {
            return ReadListing(raw, fields) is { Hours.Repeats: false } listing ? listing : null;
        }
        catch (ScheduleFormatException)
        {
            return null;
        }
    }

    private static SchedulePattern ReadListing(string raw, string[] fields) => ReadWithSeconds(raw, [.. fields, "?", "*"]);

    private static SchedulePattern ReadStandard(string raw, string[] fields)
    {
        var reader = new ScheduleFieldReader(raw, standard: true);
        return new SchedulePattern(
            ScheduleFieldValue.Only(0),
            reader.Read(ScheduleField.Minute, fields[0]),
            reader.Read(ScheduleField.Hour, fields[1]),
            reader.Read(ScheduleField.DayOfMonth, fields[2]),
            reader.Read(ScheduleField.Month, fields[3]),
            reader.Read(ScheduleField.DayOfWeekFromZero, fields[4]),
            ScheduleFieldValue.Every(ScheduleField.Year));
    }

    private static SchedulePattern ReadWithSeconds(string raw, string[] fields)
    {
        var reader = new ScheduleFieldReader(raw, standard: false);
        var pattern = new SchedulePattern(
            reader.Read(ScheduleField.Second, fields[0]),
            reader.Read(ScheduleField.Minute, fields[1]),
            reader.Read(ScheduleField.Hour, fields[2]),
            reader.Read(ScheduleField.DayOfMonth, fields[3]),
            reader.Read(ScheduleField.Month, fields[4]),
            reader.Read(ScheduleField.DayOfWeekFromOne, fields[5]),
            reader.Read(ScheduleField.Year, fields[6]));
        if (!pattern.DaysOfMonth.IsEvery && !pattern.DaysOfWeek.IsEvery)
            throw new ScheduleFormatException(raw, new LocalizedMessage("Fault.Schedule.TwoDays"));
        return pattern;
    }
}
