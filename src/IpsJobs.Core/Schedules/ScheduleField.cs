using IpsJobs.Core.Messages;

namespace IpsJobs.Core.Schedules;

/// <summary>What one field of a schedule may hold.</summary>
/// <param name="Name">Key of what error texts call it.</param>
/// <param name="Low">Smallest value.</param>
/// <param name="High">Largest value.</param>
/// <param name="Period">How many values there are before they begin again; 0 when ranges may not wrap.</param>
/// <param name="Names">What the values are called, in ascending order.</param>
/// <param name="NameBase">The value of the first name.</param>
/// <param name="Special">The letters that make a form which stands alone in the field.</param>
internal sealed record ScheduleField(
    string Name, int Low, int High, int Period, IReadOnlyList<string> Names, int NameBase, string Special)
{
    private static readonly string[] MonthNames =
        ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

    private static readonly string[] DayNames = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

    public static readonly ScheduleField Second = new("Fault.ScheduleField.Second", 0, 59, 60, [], 0, "");
    public static readonly ScheduleField Minute = new("Fault.ScheduleField.Minute", 0, 59, 60, [], 0, "");
    public static readonly ScheduleField Hour = new("Fault.ScheduleField.Hour", 0, 23, 24, [], 0, "");
    public static readonly ScheduleField DayOfMonth = new("Fault.ScheduleField.DayOfMonth", 1, 31, 31, [], 1, "LW");
    public static readonly ScheduleField Month = new("Fault.ScheduleField.Month", 1, 12, 12, MonthNames, 1, "");
    public static readonly ScheduleField Year = new("Fault.ScheduleField.Year", 1970, 2099, 0, [], 0, "");

    /// <summary>The 6- and 7-field form counts from 1 = Sunday.</summary>
    public static readonly ScheduleField DayOfWeekFromOne = new("Fault.ScheduleField.DayOfWeek", 1, 7, 7, DayNames, 1, "L#");

    /// <summary>Standard cron counts from 0 = Sunday and takes 7 for Sunday as well.</summary>
    public static readonly ScheduleField DayOfWeekFromZero = new("Fault.ScheduleField.DayOfWeek", 0, 7, 7, DayNames, 0, "L#");

    public bool IsDay => this == DayOfMonth || IsDayOfWeek;

    public bool IsDayOfWeek => Names.Count == 7;

    /// <summary>Its name as an argument of an error text.</summary>
    public string Named => NestedMessage.Write(new LocalizedMessage(Name));

    public string Range => $"{Low}-{High}";

    /// <summary>The value as Cronos counts it; only days of the week differ, which it counts from 0 = Sunday.</summary>
    public int Normalize(int value) => IsDayOfWeek ? (value - NameBase) % 7 : value;
}
