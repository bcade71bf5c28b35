using System.Globalization;
using System.Text.RegularExpressions;
using IpsJobs.Core.Messages;

namespace IpsJobs.Core.Schedules;

/// <summary>Reads the forms that name a day by its place in the month: L, L-3, 15W, LW, 6L, 6#3.</summary>
/// <remarks>They stand alone in their field: what a list of them would mean is documented nowhere.</remarks>
internal sealed partial class ScheduleSpecialDays(string raw, bool standard)
{
    public ScheduleFieldValue Read(ScheduleField field, string text)
    {
        if (text.Contains(',') || text.Contains('/'))
            throw Blame("Fault.Schedule.Combined", field.Named, text, Letters(field));
        return field.IsDayOfWeek ? ReadDayOfWeek(field, text) : ReadDayOfMonth(field, text);
    }

    private ScheduleFieldValue ReadDayOfMonth(ScheduleField field, string text)
    {
        if (DaysBeforeLast().Match(text) is { Success: true } fromEnd)
        {
            Check(fromEnd.Groups["days"], 0, 30, "Fault.ScheduleField.DaysBeforeLast");
            return Special(text);
        }
        if (NearestWeekday().Match(text) is { Success: true } nearest)
        {
            Check(nearest.Groups["day"], field.Low, field.High, field.Name);
            return Special(text);
        }
        throw NotUnderstood(field, text);
    }

    private ScheduleFieldValue ReadDayOfWeek(ScheduleField field, string text)
    {
        // Standard cron has no word for the last day of the week.
        if (!standard && text is "L" or "l")
            return ScheduleFieldValue.Only(6);
        if (PlaceInMonth().Match(text) is not { Success: true } match)
            throw NotUnderstood(field, text);
        var day = ReadDay(field, match.Groups["day"].Value);
        Check(match.Groups["place"], 1, 5, "Fault.ScheduleField.WeekOfMonth");
        var place = match.Groups["place"].Success ? $"#{match.Groups["place"].Value}" : "L";
        return Special(day.ToString(CultureInfo.InvariantCulture) + place);
    }

    private int ReadDay(ScheduleField field, string text)
    {
        var value = new ScheduleFieldReader(raw, standard).Read(field, text);
        return value.Values[0];
    }

    private void Check(Group number, int low, int high, string name)
    {
        if (number.Success && ScheduleFieldReader.ReadNumber(number.Value, low, high) is null)
            throw Blame("Fault.Schedule.OutOfRange", NestedMessage.Write(new LocalizedMessage(name)), number.Value, $"{low}-{high}");
    }

    private ScheduleFormatException NotUnderstood(ScheduleField field, string text) => text.Contains('-')
        ? Blame("Fault.Schedule.Combined", field.Named, text, Letters(field))
        : Blame("Fault.Schedule.NotUnderstood", field.Named, text);

    private ScheduleFormatException Blame(string key, params string[] arguments) => new(raw, new LocalizedMessage(key, arguments));

    private static string Letters(ScheduleField field) => string.Join(", ", field.Special.AsEnumerable());

    private static ScheduleFieldValue Special(string form) =>
        new([], IsEvery: false, Repeats: false, form.ToUpperInvariant());

    [GeneratedRegex("^L(-(?<days>[0-9]+))?W?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DaysBeforeLast();

    [GeneratedRegex("^(?<day>[0-9]+)W$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NearestWeekday();

    [GeneratedRegex("^(?<day>[0-9]+|[A-Z]{3})(L|#(?<place>[0-9]+))$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PlaceInMonth();
}
