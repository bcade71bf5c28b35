using IpsJobs.Core.Schedules;

namespace IpsJobs.Core.Tests.Schedules;

public sealed class ExecScheduleRhythmTests
{
    private static readonly DateTimeOffset From = ScheduleFires.At("2026-01-01T00:00:00Z");
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    [Theory]
    [InlineData("* * * * * ?", true)]
    [InlineData("*/9 * * * * ?", true)]
    [InlineData("0/10 * * * * ?", false)]
    [InlineData("5,14 0 0 * * ?", true)]
    [InlineData("0,10 0 0 * * ?", false)]
    [InlineData("0,55 * * * * ?", true)]
    [InlineData("0,55 0/2 * * * ?", false)]
    [InlineData("0,55 0,59 0/2 * * ?", false)]
    [InlineData("0,55 0,59 * * * ?", true)]
    [InlineData("0,55 0,59 0,23 1,15 * ?", false)]
    [InlineData("0,55 0,59 0,23 1,31 * ?", true)]
    [InlineData("0,55 0,59 0,23 ? * SUN", false)]
    [InlineData("0,55 0,59 0,23 ? * SUN,MON", true)]
    [InlineData("0,55 0,59 0,23 1,31 1,12 ? 2027", false)]
    [InlineData("0,55 0,59 0,23 1,31 1,12 ? 2027,2028", true)]
    [InlineData("* * * 30 2 ?", false)]
    [InlineData("* * * * * ? 2020", false)]
    [InlineData("* * * * *", false)]
    [InlineData("* * * * * ", true)]
    [InlineData("5 0 2,3 * * ?", false)]
    public void FiresDenserThan_FindsTheSmallestGap_OverMinutesAndMidnight(string raw, bool denser) =>
        ExecSchedule.Parse(raw).FiresDenserThan(Limit, From, TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris")).Should().Be(denser);

    [Theory]
    [InlineData("0 0 0 * * ?", 24, false)]
    [InlineData("0 0 0 * * ?", 25, true)]
    [InlineData("0 0 6,18 * * ?", 12, false)]
    [InlineData("0 0 6,18 * * ?", 13, true)]
    [InlineData("0 0 3 1,16 * ?", 24 * 13, false)]
    [InlineData("0 0 3 1,16 * ?", (24 * 13) + 1, true)]
    public void FiresDenserThan_ComparesDays_WhenTheLimitIsLong(string raw, int hours, bool denser) =>
        ExecSchedule.Parse(raw).FiresDenserThan(TimeSpan.FromHours(hours), From, TimeZoneInfo.Utc).Should().Be(denser);

    [Theory]
    [InlineData("0 0 0 30 2 ?")]
    [InlineData("0 0 0 31 4,6,9,11 ?")]
    [InlineData("0 0 0 29 2 ? 2027")]
    [InlineData("0 0 0 * * ? 2025")]
    [InlineData("0 0 0 1 1 ? 2080")]
    [InlineData("0 0 30 2 *")]
    public void NextAfter_IsNull_WhenItNeverFiresWithinFiftyYears(string raw) =>
        ExecSchedule.Parse(raw).NextAfter(From, TimeZoneInfo.Utc).Should().BeNull();

    [Fact]
    public void NextAfter_LooksFiftyYearsAhead_WhenTheYearIsFar()
    {
        var schedule = ExecSchedule.Parse("0 0 0 1 1 ? 2075");

        schedule.NextAfter(From, TimeZoneInfo.Utc).Should().Be(ScheduleFires.At("2075-01-01T00:00:00Z"));
        schedule.NextAfter(From.AddYears(-2), TimeZoneInfo.Utc).Should().BeNull();
    }

    [Fact]
    public void NextAfter_IsExclusiveAndInUtc_WhenAskedAtAFire()
    {
        var schedule = ExecSchedule.Parse("0 0 12 * * ?");
        var tokyo = TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo");

        var next = schedule.NextAfter(ScheduleFires.At("2026-06-01T12:00:00+09:00"), tokyo);
        next.Should().Be(ScheduleFires.At("2026-06-02T03:00:00Z"));
        next!.Value.Offset.Should().Be(TimeSpan.Zero);
        schedule.NextAfter(next.Value.AddTicks(-1), tokyo).Should().Be(next);
    }
}
