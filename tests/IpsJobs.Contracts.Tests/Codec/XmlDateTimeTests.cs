using System.Globalization;

namespace IpsJobs.Contracts.Tests.Codec;

public class XmlDateTimeTests
{
    [Theory]
    [InlineData("2014-04-03T10:11:12Z", "2014-04-03T10:11:12.0000000Z")]
    [InlineData("2014-04-03T10:11:12+00:00", "2014-04-03T10:11:12.0000000Z")]
    [InlineData("2014-04-03T10:11:12.5+02:00", "2014-04-03T08:11:12.5000000Z")]
    [InlineData("2014-04-03T10:11:12.123456789-05:30", "2014-04-03T15:41:12.1234567Z")]
    [InlineData("2014-04-03T10:11:12", "2014-04-03T10:11:12.0000000")]
    [InlineData("2014-04-03T10:11:12.001", "2014-04-03T10:11:12.0010000")]
    [InlineData("2014-12-31T24:00:00Z", "2015-01-01T00:00:00.0000000Z")]
    [InlineData("2014-12-31T24:00:00.000Z", "2015-01-01T00:00:00.0000000Z")]
    [InlineData("2016-02-29T00:00:00+14:00", "2016-02-28T10:00:00.0000000Z")]
    [InlineData("0001-01-01T00:00:00", "0001-01-01T00:00:00.0000000")]
    [InlineData("9999-12-31T23:59:59.9999999", "9999-12-31T23:59:59.9999999")]
    public void TryParse_GivesUtcOrUnspecified(string text, string expected)
    {
        XmlDateTime.TryParse(text, out var value).Should().BeTrue();
        value.ToString("O", CultureInfo.InvariantCulture).Should().Be(expected);
    }

    [Theory]
    [InlineData("2014-04-03")]
    [InlineData("2014-04-03 10:11:12")]
    [InlineData("2014-04-03T10:11")]
    [InlineData("2014-04-03T10:11:12.")]
    [InlineData("2014-04-03T10:11:12.Z")]
    [InlineData("2014-04-03T10:11:12z")]
    [InlineData("2014-04-03T10:11:12+2:00")]
    [InlineData("2014-04-03T10:11:12+0200")]
    [InlineData("2014-04-03T10:11:12+14:01")]
    [InlineData("2014-04-03T10:11:12+02:60")]
    [InlineData("2014-04-03T10:11:60Z")]
    [InlineData("2014-04-03T10:60:12Z")]
    [InlineData("2014-04-03T24:00:01Z")]
    [InlineData("2014-04-03T24:00:00.1Z")]
    [InlineData("2014-04-03T25:00:00Z")]
    [InlineData("2014-02-29T00:00:00Z")]
    [InlineData("2014-13-01T00:00:00Z")]
    [InlineData("2014-00-01T00:00:00Z")]
    [InlineData("0000-01-01T00:00:00Z")]
    [InlineData("-0001-01-01T00:00:00Z")]
    [InlineData("12014-01-01T00:00:00Z")]
    [InlineData("9999-12-31T24:00:00Z")]
    [InlineData("0001-01-01T00:00:00+01:00")]
    [InlineData("٢014-04-03T10:11:12Z")]
    [InlineData("")]
    public void TryParse_Refuses_WhenTextIsNoDate(string text) => XmlDateTime.TryParse(text, out _).Should().BeFalse();

    [Theory]
    [InlineData("2014-07-03T10:11:12.345", DateTimeKind.Utc, "Europe/Berlin", "2014-07-03T12:11:12.345+02:00")]
    [InlineData("2014-01-03T10:11:12.345", DateTimeKind.Utc, "Europe/Berlin", "2014-01-03T11:11:12.345+01:00")]
    [InlineData("2014-01-03T10:11:12", DateTimeKind.Utc, "America/New_York", "2014-01-03T05:11:12.000-05:00")]
    [InlineData("2014-01-03T10:11:12", DateTimeKind.Utc, "UTC", "2014-01-03T10:11:12.000+00:00")]
    [InlineData("2014-07-03T10:11:12", DateTimeKind.Unspecified, "Europe/Berlin", "2014-07-03T10:11:12.000+02:00")]
    [InlineData("2014-07-03T10:11:12", DateTimeKind.Utc, "Asia/Kolkata", "2014-07-03T15:41:12.000+05:30")]
    [InlineData("0001-01-01T00:00:00", DateTimeKind.Utc, "America/New_York", "0001-01-01T00:00:00.000+00:00")]
    [InlineData("0001-01-01T00:00:00", DateTimeKind.Unspecified, "Asia/Kolkata", "0001-01-01T00:00:00.000+00:00")]
    public void Format_WritesMillisecondsAndOffsetOfTheZone(string value, DateTimeKind kind, string zone, string expected)
    {
        var date = DateTime.SpecifyKind(DateTime.Parse(value, CultureInfo.InvariantCulture), kind);
        Span<char> buffer = stackalloc char[40];
        var length = XmlDateTime.Format(date, TimeZoneInfo.FindSystemTimeZoneById(zone), buffer);
        buffer[..length].ToString().Should().Be(expected);
    }

    [Theory]
    [InlineData("Europe/Amsterdam")]
    [InlineData("Africa/Monrovia")]
    [InlineData("America/New_York")]
    public void Format_KeepsTheInstant_WhenTheZonesOffsetHadSeconds(string zone)
    {
        var utc = new DateTime(1880, 1, 1, 12, 0, 0, DateTimeKind.Utc);
        Span<char> buffer = stackalloc char[40];
        var length = XmlDateTime.Format(utc, TimeZoneInfo.FindSystemTimeZoneById(zone), buffer);
        XmlDateTime.TryParse(buffer[..length], out var read).Should().BeTrue();
        read.Should().Be(utc);
    }

    [Fact]
    public void Format_KeepsTheInstant_WhenDateIsLocal()
    {
        var utc = new DateTime(2014, 7, 3, 10, 11, 12, DateTimeKind.Utc);
        Span<char> buffer = stackalloc char[40];
        var length = XmlDateTime.Format(utc.ToLocalTime(), TimeZoneInfo.Utc, buffer);
        buffer[..length].ToString().Should().Be("2014-07-03T10:11:12.000+00:00");
    }
}
