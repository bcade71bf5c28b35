using System.Globalization;
using IpsJobs.Core.Text;

namespace IpsJobs.Core.Tests.Text;

public sealed class JobNamesTests
{
    [Theory]
    [InlineData("My Test Job", "My Test Job")]
    [InlineData("  padded\n", "padded")]
    [InlineData("日本語 <&> \"'", "日本語 <&> \"'")]
    public void TryNormalize_KeepsTheName_ButForOuterBlanks(string submitted, string name)
    {
        JobNames.TryNormalize(submitted, out var read).Should().BeTrue();
        read.Should().Be(name);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t ")]
    [InlineData("a|b")]
    [InlineData("a\nb")]
    [InlineData("a\u007fb")]
    public void TryNormalize_IsFalse_WhenTheNameWouldBreakAHandle(string? submitted)
    {
        JobNames.TryNormalize(submitted, out var name).Should().BeFalse();
        name.Should().BeEmpty();
    }

    [Theory]
    [InlineData(200, true)]
    [InlineData(201, false)]
    public void TryNormalize_CountsAfterTrimming_WhenTheNameIsLong(int length, bool valid) =>
        JobNames.TryNormalize(" " + new string('x', length) + " ", out _).Should().Be(valid);

    [Theory]
    [InlineData("2011-03-30T21:32:08.834Z", "America/Los_Angeles", "name_2011-03-30-14:32:08.834")]
    [InlineData("2011-12-31T23:30:00Z", "Asia/Tokyo", "name_2012-01-01-08:30:00.000")]
    [InlineData("2026-01-01T00:00:00.0079999Z", "UTC", "name_2026-01-01-00:00:00.007")]
    public void Instance_ShowsTheStartInTheServersZone_ToTheMillisecond(string start, string zone, string name) =>
        JobNames.Instance("name", At(start), TimeZoneInfo.FindSystemTimeZoneById(zone)).Should().Be(name);

    [Theory]
    [InlineData("2011-03-30T21:32:08.834Z", "America/Los_Angeles", "2011-03-30T14:32:08.834-07:00")]
    [InlineData("2011-01-30T22:32:08Z", "America/Los_Angeles", "2011-01-30T14:32:08.000-08:00")]
    [InlineData("2026-06-01T00:00:00+02:00", "Asia/Kolkata", "2026-06-01T03:30:00.000+05:30")]
    [InlineData("2026-06-01T00:00:00.9999Z", "UTC", "2026-06-01T00:00:00.999+00:00")]
    public void Dates_CarryMillisecondsAndTheOffset_InTheServersZone(string instant, string zone, string text) =>
        IpsDates.Format(At(instant), TimeZoneInfo.FindSystemTimeZoneById(zone)).Should().Be(text);

    [Fact]
    public void Dates_IgnoreTheCultureOfTheThread_WhenItHasAnotherCalendar()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("ar-SA");
            IpsDates.Format(At("2026-06-01T00:00:00Z"), TimeZoneInfo.Utc).Should().Be("2026-06-01T00:00:00.000+00:00");
            JobNames.Instance("n", At("2026-06-01T00:00:00Z"), TimeZoneInfo.Utc).Should().Be("n_2026-06-01-00:00:00.000");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
