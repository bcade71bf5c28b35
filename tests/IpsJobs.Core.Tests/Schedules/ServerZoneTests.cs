using System.Globalization;
using IpsJobs.Core.Schedules;

namespace IpsJobs.Core.Tests.Schedules;

public sealed class ServerZoneTests
{
    [Theory]
    [InlineData("America/Los_Angeles", "PST")]
    [InlineData("America/New_York", "EST")]
    [InlineData("Europe/Paris", "CET")]
    [InlineData("Europe/London", "GMT")]
    [InlineData("Europe/Dublin", "GMT")]
    [InlineData("Asia/Tokyo", "JST")]
    [InlineData("Asia/Kolkata", "IST")]
    [InlineData("Australia/Sydney", "AEST")]
    [InlineData("UTC", "UTC")]
    [InlineData("Australia/Lord_Howe", "GMT+10:30")]
    [InlineData("Asia/Kathmandu", "GMT+05:45")]
    [InlineData("America/Sao_Paulo", "GMT-03:00")]
    public void ShortName_IsThatOfWinter_WhenTheZoneHasOne(string zone, string name) =>
        ServerZone.ShortName(TimeZoneInfo.FindSystemTimeZoneById(zone)).Should().Be(name);

    [Theory]
    [InlineData("Made up", "GMT+05:30")]
    [InlineData("../../etc/passwd", "GMT+05:30")]
    public void ShortName_IsTheOffset_WhenTheZoneIsMadeInCode(string id, string name)
    {
        var zone = TimeZoneInfo.CreateCustomTimeZone(id, TimeSpan.FromHours(5.5), null, null);

        ServerZone.ShortName(zone).Should().Be(name);
    }

    [Theory]
    [InlineData("Europe/Paris", "2026-01-15T10:00:00", "2026-01-15T09:00:00Z")]
    [InlineData("Europe/Paris", "2026-07-15T10:00:00.25", "2026-07-15T08:00:00.25Z")]
    [InlineData("Europe/Paris", "2026-03-29T01:59:59", "2026-03-29T00:59:59Z")]
    [InlineData("Europe/Paris", "2026-03-29T02:00:00", "2026-03-29T01:00:00Z")]
    [InlineData("Europe/Paris", "2026-03-29T02:59:59", "2026-03-29T01:00:00Z")]
    [InlineData("Europe/Paris", "2026-03-29T03:00:00", "2026-03-29T01:00:00Z")]
    [InlineData("Europe/Paris", "2026-10-25T02:30:00", "2026-10-25T00:30:00Z")]
    [InlineData("Europe/Paris", "2026-10-25T03:00:00", "2026-10-25T02:00:00Z")]
    [InlineData("America/New_York", "2026-03-08T02:30:00", "2026-03-08T07:00:00Z")]
    [InlineData("America/New_York", "2026-11-01T01:30:00", "2026-11-01T05:30:00Z")]
    [InlineData("Australia/Lord_Howe", "2026-10-04T02:10:00", "2026-10-03T15:30:00Z")]
    [InlineData("Australia/Lord_Howe", "2026-04-05T01:45:00", "2026-04-04T14:45:00Z")]
    [InlineData("Asia/Tokyo", "2026-03-29T02:30:00", "2026-03-28T17:30:00Z")]
    [InlineData("Pacific/Apia", "2011-12-30T12:00:00", "2011-12-30T10:00:00Z")]
    [InlineData("America/New_York", "9999-12-31T23:59:59", "9999-12-31T23:59:59.9999999Z")]
    public void FromServerLocal_TakesTheFirstInstant_WhenTheTimeIsSkippedOrRepeated(string zone, string local, string instant) =>
        ServerZone.FromServerLocal(DateTime.Parse(local, CultureInfo.InvariantCulture), TimeZoneInfo.FindSystemTimeZoneById(zone))
            .Should().Be(ScheduleFires.At(instant));
}
