using System.Globalization;

namespace IpsJobs.Core.Schedules;

/// <summary>One field of a schedule as read.</summary>
/// <param name="Values">What matches, ascending, days of the week from 0 = Sunday; empty beside a special form.</param>
/// <param name="IsEvery">Everything matches, so the field restricts nothing.</param>
/// <param name="Repeats">Written with <c>*</c> or a step: meant as a rhythm and not as times of the day.</param>
/// <param name="Special">A form such as <c>L-3</c>, <c>15W</c> or <c>5#3</c>, in the words of Cronos.</param>
internal sealed record ScheduleFieldValue(IReadOnlyList<int> Values, bool IsEvery, bool Repeats, string? Special = null)
{
    public static ScheduleFieldValue Only(int value) => new([value], IsEvery: false, Repeats: false);

    public static ScheduleFieldValue Every(ScheduleField field) =>
        new([.. Enumerable.Range(field.Low, field.High - field.Low + 1)], IsEvery: true, Repeats: true);

    public string ForCronos =>
        Special ?? (IsEvery ? "*" : string.Join(',', Values.Select(v => v.ToString(CultureInfo.InvariantCulture))));
}
