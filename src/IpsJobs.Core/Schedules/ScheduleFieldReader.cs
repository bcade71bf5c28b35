using System.Globalization;
using IpsJobs.Core.Messages;

namespace IpsJobs.Core.Schedules;

/// <summary>Reads the fields of one schedule and blames the one that is wrong.</summary>
/// <param name="raw">The whole schedule, for the exception.</param>
/// <param name="standard">Standard cron, which knows neither <c>/b</c> without a start nor <c>C</c>.</param>
internal sealed class ScheduleFieldReader(string raw, bool standard)
{
    private readonly ScheduleSpecialDays specials = new(raw, standard);

    public ScheduleFieldValue Read(ScheduleField field, string text)
    {
        if (text == "*" || (text == "?" && field.IsDay))
            return ScheduleFieldValue.Every(field);
        if (text.IndexOfAny([.. field.Special, .. field.Special.ToLowerInvariant()]) >= 0)
            return specials.Read(field, text);
        var values = text.Split(',').SelectMany(item => ReadItem(field, item)).Select(field.Normalize);
        var sorted = values.Distinct().Order().ToArray();
        return new ScheduleFieldValue(
            sorted,
            IsEvery: sorted.Length == (field.IsDayOfWeek ? 7 : field.High - field.Low + 1),
            Repeats: text.AsSpan().ContainsAny('*', '/'));
    }

    private IEnumerable<int> ReadItem(ScheduleField field, string item)
    {
        if (item.Split('/') is not [var range, .. { Length: <= 1 } steps])
            throw Blame("Fault.Schedule.MoreSteps", field.Named, item);
        var (first, last) = ReadRange(field, range, hasStep: steps.Length == 1);
        var step = steps.Length == 1 ? ReadStep(field, steps[0]) : 1;
        return Steps(field, first, last, step);
    }

    private (int First, int Last) ReadRange(ScheduleField field, string range, bool hasStep)
    {
        if (hasStep && (range == "*" || (range.Length == 0 && !standard)))
            return (field.Low, field.High);
        var ends = range.Split('-');
        var first = ReadValue(field, ends[0]);
        return ends.Length switch
        {
            1 => (first, hasStep ? field.High : first),
            2 => (first, ReadLast(field, range, first, ends[1])),
            _ => throw Blame("Fault.Schedule.NoRange", field.Named, range),
        };
    }

    private int ReadLast(ScheduleField field, string range, int first, string text)
    {
        var last = ReadValue(field, text);
        if (last >= first)
            return last;
        if (field.Period == 0)
            throw Blame("Fault.Schedule.Backwards", field.Named, range);
        return last + field.Period;
    }

    private int ReadValue(ScheduleField field, string text)
    {
        if (!standard && field.IsDay && text.EndsWith("C", StringComparison.OrdinalIgnoreCase))
            // "n, or the next day of the exclusion calendar": there is no such calendar, so it is n.
            text = text[..^1];
        if (text.Length == 0)
            throw Blame("Fault.Schedule.Empty", field.Named);
        if (text.All(char.IsAsciiDigit))
            return ReadNumber(text, field.Low, field.High) ?? throw Blame("Fault.Schedule.OutOfRange", field.Named, text, field.Range);
        var index = field.Names.ToList().FindIndex(name => name.Equals(text, StringComparison.OrdinalIgnoreCase));
        return index >= 0 ? index + field.NameBase : throw Blame("Fault.Schedule.NotUnderstood", field.Named, text);
    }

    private int ReadStep(ScheduleField field, string text)
    {
        var largest = field.Period == 0 ? field.High - field.Low : field.High;
        return (text.All(char.IsAsciiDigit) ? ReadNumber(text, 1, largest) : null)
            ?? throw Blame("Fault.Schedule.Step", text, field.Named, $"1-{largest}");
    }

    private ScheduleFormatException Blame(string key, params string[] arguments) => new(raw, new LocalizedMessage(key, arguments));

    private static IEnumerable<int> Steps(ScheduleField field, int first, int last, int step)
    {
        for (var value = first; value <= last; value += step)
            yield return value > field.High ? value - field.Period : value;
    }

    internal static int? ReadNumber(string digits, int low, int high) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= low && number <= high
            ? number
            : null;
}
