using IpsJobs.Core.Schedules;

namespace IpsJobs.Core.Tests.Schedules;

/// <summary>The nights of 2026 in which clocks change; all fires are written in UTC.</summary>
public sealed class ExecScheduleClockChangeTests
{
    // Paris skips 02:00-03:00 at 01:00Z on 29 March; New York skips it at 07:00Z on 8 March;
    // Lord Howe skips 02:00-02:30 at 15:30Z on 3 October.
    [Theory]
    [InlineData("Europe/Paris", "03-28T12:00Z", "0 30 2 * * ?", "03-29 01:00:00, 03-30 00:30:00")]
    [InlineData("Europe/Paris", "03-28T12:00Z", "30 2 * * *", "03-29 01:00:00, 03-30 00:30:00")]
    [InlineData("Europe/Paris", "03-28T12:00Z", "0 30 1,2 * * ?", "03-29 00:30:00, 03-29 01:00:00, 03-29 23:30:00")]
    [InlineData("Europe/Paris", "03-28T12:00Z", "0 0,20,40 2-3 * * ?", "03-29 01:00:00, 03-29 01:20:00, 03-29 01:40:00, 03-30 00:00:00")]
    [InlineData("Europe/Paris", "03-29T00:45Z", "0 30 0/2 * * ?", "03-29 01:00:00, 03-29 02:30:00")]
    [InlineData("Europe/Paris", "03-29T00:00Z", "0 30 * * * ?", "03-29 00:30:00, 03-29 01:30:00, 03-29 02:30:00")]
    [InlineData("Europe/Paris", "03-29T00:30Z", "0 */20 * * * ?", "03-29 00:40:00, 03-29 01:00:00, 03-29 01:20:00")]
    [InlineData("Europe/Paris", "03-29T00:59Z", "0 0 2 29 3 ?", "03-29 01:00:00")]
    [InlineData("America/New_York", "03-08T00:00Z", "0 15 2 * * ?", "03-08 07:00:00, 03-09 06:15:00")]
    [InlineData("America/New_York", "03-08T05:00Z", "0 15 1-3 * * ?", "03-08 06:15:00, 03-08 07:00:00, 03-08 07:15:00")]
    [InlineData("Australia/Lord_Howe", "10-03T12:00Z", "0 15 2 * * ?", "10-03 15:30:00, 10-04 15:15:00")]
    [InlineData("Australia/Lord_Howe", "10-03T12:00Z", "0 45 2 * * ?", "10-03 15:45:00, 10-04 15:45:00")]
    [InlineData("Asia/Tokyo", "03-28T12:00Z", "0 30 2 * * ?", "03-28 17:30:00, 03-29 17:30:00")]
    public void NextAfter_FiresOnceAfterTheGap_WhenTheWallTimeIsSkipped(string zone, string after, string raw, string fires) =>
        Check(zone, after, raw, fires);

    // Paris repeats 02:00-03:00 at 01:00Z on 25 October; New York repeats 01:00-02:00 at 06:00Z on 1 November;
    // Lord Howe repeats 01:30-02:00 at 15:00Z on 4 April.
    [Theory]
    [InlineData("Europe/Paris", "10-24T12:00Z", "0 30 2 * * ?", "10-25 00:30:00, 10-26 01:30:00")]
    [InlineData("Europe/Paris", "10-24T12:00Z", "0 0,30 2-3 * * ?", "10-25 00:00:00, 10-25 00:30:00, 10-25 02:00:00, 10-25 02:30:00, 10-26 01:00:00")]
    [InlineData("Europe/Paris", "10-25T00:00Z", "0 */30 2 * * ?", "10-25 00:30:00, 10-26 01:00:00")]
    [InlineData("Europe/Paris", "10-25T00:45Z", "0 30 2 * * ?", "10-26 01:30:00")]
    [InlineData("Europe/Paris", "10-25T01:15Z", "0 30 2 * * ?", "10-26 01:30:00")]
    [InlineData("Europe/Paris", "10-24T23:00Z", "0 30 * * * ?", "10-24 23:30:00, 10-25 00:30:00, 10-25 01:30:00, 10-25 02:30:00")]
    [InlineData("Europe/Paris", "10-24T23:59Z", "*/30 * * * *", "10-25 00:00:00, 10-25 00:30:00, 10-25 01:00:00, 10-25 01:30:00, 10-25 02:00:00")]
    [InlineData("Europe/Paris", "10-24T22:00Z", "0 30 0/2 * * ?", "10-24 22:30:00, 10-25 00:30:00, 10-25 01:30:00, 10-25 03:30:00")]
    [InlineData("Europe/Paris", "10-25T01:30Z", "0 30 */2 * * ?", "10-25 03:30:00")]
    [InlineData("America/New_York", "11-01T04:00Z", "0 30 1 * * ?", "11-01 05:30:00, 11-02 06:30:00")]
    [InlineData("America/New_York", "11-01T04:00Z", "0 30 * * * ?", "11-01 04:30:00, 11-01 05:30:00, 11-01 06:30:00, 11-01 07:30:00")]
    [InlineData("Australia/Lord_Howe", "04-04T12:00Z", "0 45 1 * * ?", "04-04 14:45:00, 04-05 15:15:00")]
    [InlineData("Australia/Lord_Howe", "04-04T14:00Z", "0 45 * * * ?", "04-04 14:45:00, 04-04 15:15:00, 04-04 16:15:00")]
    [InlineData("Asia/Tokyo", "10-24T12:00Z", "0 30 * * * ?", "10-24 12:30:00, 10-24 13:30:00")]
    public void NextAfter_FiresOnceOrTwice_WhenTheWallTimeIsRepeated(string zone, string after, string raw, string fires) =>
        Check(zone, after, raw, fires);

    [Fact]
    public void NextAfter_NeverGoesBack_WhenAYearOfEveryZoneIsWalked()
    {
        foreach (var zone in new[] { "Europe/Paris", "America/New_York", "Australia/Lord_Howe", "Europe/Dublin", "Africa/Casablanca" })
        {
            var schedule = ExecSchedule.Parse("0 */15 * * * ?");
            var info = TimeZoneInfo.FindSystemTimeZoneById(zone);
            var fire = ScheduleFires.At("2026-01-01T00:00:00Z");
            // Offsets of these zones are whole quarters of an hour, so a rhythm of quarters shows no seam at all.
            for (var count = 0; count < 365 * 96; count++)
            {
                var next = schedule.NextAfter(fire, info);
                Assert.Equal(fire.AddMinutes(15), next);
                fire = next!.Value;
            }
        }
    }

    private static void Check(string zone, string after, string raw, string fires) =>
        ScheduleFires.Utc(raw, "2026-" + after, zone, fires.Split(", ").Length).Should().Be(fires);
}
