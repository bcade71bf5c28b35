using IpsJobs.Core.Schedules;
using IpsJobs.Testing;

namespace IpsJobs.Core.Tests.Schedules;

public sealed class ExecScheduleErrorTests
{
    [Theory]
    [InlineData("", "it has 0 fields, not 5, 6 or 7")]
    [InlineData("* * * *", "it has 4 fields, not 5, 6 or 7")]
    [InlineData("0 0 0 1 1 ? 2030 x", "it has 8 fields, not 5, 6 or 7")]
    [InlineData("60 0 0 * * ?", "second 60 is not in 0-59")]
    [InlineData("0 60 0 * * ?", "minute 60 is not in 0-59")]
    [InlineData("0 0 25 * * ?", "hour 25 is not in 0-23")]
    [InlineData("0 0 99999999999 * * ?", "hour 99999999999 is not in 0-23")]
    [InlineData("0 0 0 0 * ?", "day of month 0 is not in 1-31")]
    [InlineData("0 0 0 32W * ?", "day of month 32 is not in 1-31")]
    [InlineData("0 0 0 L-31 * ?", "days before the last of the month 31 is not in 0-30")]
    [InlineData("0 0 0 * 13 ?", "month 13 is not in 1-12")]
    [InlineData("0 0 0 ? * 0", "day of week 0 is not in 1-7")]
    [InlineData("0 0 0 ? * 8L", "day of week 8 is not in 1-7")]
    [InlineData("0 0 0 ? * 6#6", "week of the month 6 is not in 1-5")]
    [InlineData("0 0 0 * * ? 1969", "year 1969 is not in 1970-2099")]
    [InlineData("0 0 0 * * ? 2100", "year 2100 is not in 1970-2099")]
    [InlineData("0 0 0 * * ? 2030-2028", "year '2030-2028' ends before it begins")]
    [InlineData("0 0/0 0 * * ?", "step '0' of minute is not in 1-59")]
    [InlineData("0 0/60 0 * * ?", "step '60' of minute is not in 1-59")]
    [InlineData("0 0/ 0 * * ?", "step '' of minute is not in 1-59")]
    [InlineData("0 0 1/2/3 * * ?", "hour '1/2/3' has more than one step")]
    [InlineData("0 0 1-2-3 * * ?", "hour '1-2-3' is not a range")]
    [InlineData("0 0 1, * * ?", "hour has an empty value")]
    [InlineData("0 0 -5 * * ?", "hour has an empty value")]
    [InlineData("0 0 noon * * ?", "hour 'noon' is not understood")]
    [InlineData("0 0 ? * * ?", "hour '?' is not understood")]
    [InlineData("0 0 *,5 * * ?", "hour '*' is not understood")]
    [InlineData("0 0 ٣ * * ?", "hour '٣' is not understood")]
    [InlineData("0 0 0 * Juni ?", "month 'Juni' is not understood")]
    [InlineData("0 0 0 ? * Friday", "day of week 'Friday' is not understood")]
    [InlineData("0 0 0 C * ?", "day of month has an empty value")]
    [InlineData("0 0 0 15L * ?", "day of month '15L' is not understood")]
    [InlineData("0 0 0 L,15 * ?", "day of month 'L,15' combines L, W with other values")]
    [InlineData("0 0 0 10-L * ?", "day of month '10-L' combines L, W with other values")]
    [InlineData("0 0 0 ? * 2,6L", "day of week '2,6L' combines L, # with other values")]
    [InlineData("0 0 0 ? * 6#3/2", "day of week '6#3/2' combines L, # with other values")]
    [InlineData("0 0 0 ? * Foo#2", "day of week 'Foo' is not understood")]
    [InlineData("0 0 0 ? * #2", "day of week '#2' is not understood")]
    [InlineData("0 0 0 1 * 2", "day of month and day of week are both restricted")]
    [InlineData("0 0 0 L * 6#3", "day of month and day of week are both restricted")]
    [InlineData("0 25 * * *", "hour 25 is not in 0-23")]
    [InlineData("0 24 * * *", "hour 24 is not in 0-23")]
    [InlineData("61 61 * * *", "minute 61 is not in 0-59")]
    [InlineData("0 3 * * 8", "day of week 8 is not in 0-7")]
    [InlineData("/5 25 * * *", "minute has an empty value")]
    [InlineData("0 3 99 * L", "day of month 99 is not in 1-31")]
    [InlineData("0 0 30 2 * ", "hour 30 is not in 0-23")]
    [InlineData("0 99 * * * ", "minute 99 is not in 0-59")]
    public void Parse_BlamesTheField_WhenItCannotBeRead(string raw, string detail)
    {
        var act = () => ExecSchedule.Parse(raw);

        var error = act.Should().Throw<ScheduleFormatException>().Which;
        EnglishText.Of(error.Reason).Should().Be(detail);
        error.Value.Should().Be(raw);
    }

    [Theory]
    [InlineData(21)]
    [InlineData(22)]
    public void Parse_ThrowsNothingElse_WhenTheTextIsNoise(int seed)
    {
        const string letters = "0123456789*/-,?LWC#AnovFri\t ";
        var random = new Random(seed);
        for (var round = 0; round < 2000; round++)
        {
            var raw = string.Join(' ', Enumerable.Range(0, random.Next(5, 8)).Select(_ => Noise(random, letters)));
            ReadIt(raw);
        }
    }

    private static void ReadIt(string raw)
    {
        try
        {
            ExecSchedule.Parse(raw).NextAfter(ScheduleFires.At("2026-01-01T00:00:00Z"), TimeZoneInfo.Utc);
        }
        catch (ScheduleFormatException error)
        {
            EnglishText.Of(error.Reason).Should().NotBeEmpty();
        }
    }

    private static string Noise(Random random, string letters) => random.Next(3) == 0
        ? "*"
        : string.Concat(Enumerable.Range(0, random.Next(1, 4)).Select(_ => letters[random.Next(letters.Length)]));
}
