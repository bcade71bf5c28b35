using Cronos;

namespace IpsJobs.Core.Schedules;

/// <summary>A recurring schedule as clients write it: 5, 6 or 7 cron fields.</summary>
/// <remarks>
/// Five fields are standard cron (0 = Sunday), unless the text ends in a blank: that is how the API lists a schedule
/// whose day of week is left off, and its first field is seconds. Six and seven fields begin with seconds, 1 = Sunday.
/// </remarks>
public sealed class ExecSchedule
{
    private const int HorizonYears = 50;

    private readonly SchedulePattern pattern;
    private readonly CronExpression times;

    private ExecSchedule(string raw, SchedulePattern pattern)
    {
        Raw = raw;
        this.pattern = pattern;
        times = pattern.Times();
    }

    /// <summary>Exactly as given, outer blanks included, because listings echo it and a trailing blank has a meaning.</summary>
    public string Raw { get; }

    /// <exception cref="ScheduleFormatException">It cannot be read; whether it ever fires is not looked at here.</exception>
    public static ExecSchedule Parse(string raw)
    {
        ArgumentNullException.ThrowIfNull(raw);
        return new ExecSchedule(raw, SchedulePatternReader.Read(raw));
    }

    /// <summary>The next fire after, and never at, <paramref name="after"/>, in UTC; null when there is none within 50 years.</summary>
    /// <remarks>
    /// A wall time that the zone skips fires at the first instant after the gap, except when the hours field takes in
    /// every hour: the next hour then has a fire of its own. A wall time that comes twice fires the first time, and both
    /// times when the hours field is <c>*</c> or has a step.
    /// </remarks>
    public DateTimeOffset? NextAfter(DateTimeOffset after, TimeZoneInfo zone)
    {
        var clock = new ZonedWallClock(zone);
        var next = NextFirstTime(after, clock);
        if (pattern.Hours.Repeats && NextSecondTime(after, clock) is { } second && (next is null || second < next))
            next = second;
        return next <= after.AddYears(HorizonYears) ? next : null;
    }

    /// <summary>Whether two fires in the 50 years after <paramref name="from"/> are closer than <paramref name="limit"/>.</summary>
    /// <remarks>Measured on the wall: what a night of changed clocks pushes together does not count.</remarks>
    public bool FiresDenserThan(TimeSpan limit, DateTimeOffset from, TimeZoneInfo zone)
    {
        if (NextAfter(from, zone) is null)
            return false;
        var seconds = pattern.SecondsOfDay();
        if (seconds.Zip(seconds.Skip(1)).Any(pair => TimeSpan.FromSeconds(pair.Second - pair.First) < limit))
            return true;
        var overnight = TimeSpan.FromSeconds(seconds[0] - seconds[^1]);
        return TimeSpan.FromDays(1) + overnight < limit
            && AnyDaysCloserThan(limit - overnight, new ZonedWallClock(zone).At(from));
    }

    private DateTimeOffset? NextFirstTime(DateTimeOffset after, ZonedWallClock clock)
    {
        foreach (var wall in WallTimes(times, clock.At(after), inclusive: false))
        {
            var instants = clock.Instants(wall);
            var counts = instants.Exists || !(pattern.Hours.IsEvery && pattern.Hours.Repeats);
            if (counts && instants.First > after)
                return instants.First;
        }
        return null;
    }

    /// <summary>The next fire in the second pass of a repeated hour, if <paramref name="after"/> lies in either pass.</summary>
    private DateTimeOffset? NextSecondTime(DateTimeOffset after, ZonedWallClock clock)
    {
        var now = clock.At(after);
        var instants = clock.Instants(now);
        if (instants.Second is not { } secondPass)
            return null;
        var length = secondPass - instants.First;
        return WallTimes(times, now - length, inclusive: true)
            .TakeWhile(wall => wall <= now + length)
            .Select(wall => clock.Instants(wall).Second)
            .FirstOrDefault(second => second > after);
    }

    private bool AnyDaysCloserThan(TimeSpan limit, DateTime from)
    {
        DateTime? previous = null;
        foreach (var day in WallTimes(pattern.DaysOnly(), from.Date, inclusive: true))
        {
            if (day - previous < limit)
                return true;
            previous = day;
        }
        return false;
    }

    private IEnumerable<DateTime> WallTimes(CronExpression expression, DateTime from, bool inclusive)
    {
        // Two days more than asked for, because the horizon is measured in instants.
        var end = from.AddYears(HorizonYears).AddDays(2);
        var next = expression.GetNextOccurrence(from, inclusive);
        while (next is { } wall && wall <= end)
        {
            if (pattern.Years.IsEvery || pattern.Years.Values.Contains(wall.Year))
            {
                yield return wall;
                next = expression.GetNextOccurrence(wall);
            }
            else
            {
                next = SkipToNextYear(expression, wall.Year);
            }
        }
    }

    private DateTime? SkipToNextYear(CronExpression expression, int year)
    {
        foreach (var later in pattern.Years.Values.Where(y => y > year).Take(1))
            return expression.GetNextOccurrence(new DateTime(later, 1, 1, 0, 0, 0, DateTimeKind.Utc), inclusive: true);
        return null;
    }
}
