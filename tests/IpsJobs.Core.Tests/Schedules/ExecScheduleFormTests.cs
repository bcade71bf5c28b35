using Cronos;
using IpsJobs.Core.Schedules;

namespace IpsJobs.Core.Tests.Schedules;

public sealed class ExecScheduleFormTests
{
    // Seconds first in six and seven fields and in the listing form, minutes first in standard cron.
    [Theory]
    [InlineData("10 5 * * *", "05:10:00")]
    [InlineData("  10 5 * * *", "05:10:00")]
    [InlineData("10\t5  *  *\t*", "05:10:00")]
    [InlineData("\n  10 5 * * *\n  ", "05:10:00")]
    [InlineData("0 */8 * * *", "00:00:00, 08:00:00, 16:00:00")]
    [InlineData("00 00 00 * * ", "00:00:00")]
    [InlineData("00 00 00 * *", "00:00:00")]
    [InlineData("00 30 14 * *", "14:30:00")]
    [InlineData("10 20 5 * * ", "05:20:10")]
    [InlineData("10 20 5 * *", "")]
    [InlineData("15 10 5 * * ?", "05:10:15")]
    [InlineData("15 10 5 ? * *", "05:10:15")]
    [InlineData("15 10 5 ? * ?", "05:10:15")]
    [InlineData("15 10 5 * * * *", "05:10:15")]
    [InlineData("15 10 5 * * ? 2026", "05:10:15")]
    [InlineData("15 10 5 * * ? 2027", "")]
    public void Parse_TellsTheFormsApart_ByFieldsAndTrailingBlank(string raw, string times)
    {
        ScheduleFires.Times(raw).Should().Be(times);
        ExecSchedule.Parse(raw).Raw.Should().Be(raw);
    }

    // 2026-03-01 is a Sunday.
    [Theory]
    [InlineData("0 0 * * 0", "2026-03-01, 2026-03-08")]
    [InlineData("0 0 * * 7", "2026-03-01, 2026-03-08")]
    [InlineData("0 0 * * 1", "2026-03-02, 2026-03-09")]
    [InlineData("0 0 * * 6", "2026-03-07, 2026-03-14")]
    [InlineData("0 0 * * sun", "2026-03-01, 2026-03-08")]
    [InlineData("0 0 * * 5-7", "2026-03-01, 2026-03-06")]
    [InlineData("0 0 * * 5L", "2026-03-27, 2026-04-24")]
    [InlineData("0 0 0 ? * 1", "2026-03-01, 2026-03-08")]
    [InlineData("0 0 0 ? * 2", "2026-03-02, 2026-03-09")]
    [InlineData("0 0 0 ? * 7", "2026-03-07, 2026-03-14")]
    [InlineData("0 0 0 ? * SUN", "2026-03-01, 2026-03-08")]
    [InlineData("0 0 0 ? * 6L *", "2026-03-27, 2026-04-24")]
    public void DayOfWeek_CountsFromZeroInFiveFieldsAndFromOneInSix_WhenItIsANumber(string raw, string dates) =>
        ScheduleFires.Dates(raw, "2026-02-28T12:00:00Z", 2).Should().Be(dates);

    [Fact]
    public void StandardForm_FiresAsCronosReadsIt_WhenFieldsAreRandom()
    {
        var random = new Random(7);
        var from = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        for (var round = 0; round < 200; round++)
        {
            var raw = string.Join(' ', RandomField(random, 0, 59), RandomField(random, 0, 23),
                RandomField(random, 1, 28), RandomField(random, 1, 12), RandomField(random, 0, 7));
            var expected = CronExpression.Parse(raw).GetNextOccurrence(from);
            ExecSchedule.Parse(raw).NextAfter(new DateTimeOffset(from), TimeZoneInfo.Utc)?.UtcDateTime.Should().Be(expected, raw);
        }
    }

    private static string RandomField(Random random, int low, int high)
    {
        var value = random.Next(low, high + 1);
        var other = random.Next(low, high + 1);
        return random.Next(7) switch
        {
            0 => $"{value}",
            1 => $"{value},{other}",
            2 => $"{value}-{other}",
            3 => $"{value}/{random.Next(1, high)}",
            4 => $"*/{random.Next(1, high)}",
            5 => $"{Math.Min(value, other)}-{Math.Max(value, other)}/2",
            _ => "*",
        };
    }
}
