using Cronos;

namespace IpsJobs.Core.Schedules;

/// <summary>The fields of a schedule, whichever form they were written in.</summary>
internal sealed record SchedulePattern(
    ScheduleFieldValue Seconds,
    ScheduleFieldValue Minutes,
    ScheduleFieldValue Hours,
    ScheduleFieldValue DaysOfMonth,
    ScheduleFieldValue Months,
    ScheduleFieldValue DaysOfWeek,
    ScheduleFieldValue Years)
{
    /// <summary>All fires but for the year, which Cronos does not know.</summary>
    public CronExpression Times() =>
        Parse($"{Seconds.ForCronos} {Minutes.ForCronos} {Hours.ForCronos} {Days}");

    /// <summary>Midnight of every day that has fires, but for the year.</summary>
    public CronExpression DaysOnly() => Parse($"0 0 0 {Days}");

    /// <summary>The seconds of a day at which it fires, ascending.</summary>
    public IReadOnlyList<int> SecondsOfDay() =>
    [
        .. from hour in Hours.Values
           from minute in Minutes.Values
           from second in Seconds.Values
           select (((hour * 60) + minute) * 60) + second,
    ];

    private string Days => $"{DaysOfMonth.ForCronos} {Months.ForCronos} {DaysOfWeek.ForCronos}";

    private static CronExpression Parse(string expression) => CronExpression.Parse(expression, CronFormat.IncludeSeconds);
}
