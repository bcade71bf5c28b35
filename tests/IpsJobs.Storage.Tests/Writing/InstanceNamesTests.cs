using IpsJobs.Storage.Writing;

namespace IpsJobs.Storage.Tests.Writing;

/// <summary>Names of instances without a database.</summary>
public sealed class InstanceNamesTests
{
    private static readonly DateTimeOffset Noon = new(2024, 5, 6, 12, 0, 0, TimeSpan.Zero);
    private readonly InstanceNames names = new();

    [Fact]
    public void Next_TakesTheTime_WhenItIsLaterThanTheLast()
    {
        Next("a", Noon).Should().Be("a_2024-05-06-12:00:00.000");
        Next("a", Noon.AddMilliseconds(7)).Should().Be("a_2024-05-06-12:00:00.007");
    }

    [Fact]
    public void Next_GoesOn_WhenTheClockStandsOrGoesBack()
    {
        Next("a", Noon);
        Next("a", Noon).Should().EndWith(".001");
        Next("a", Noon.AddMinutes(-5)).Should().EndWith("12:00:00.002");
        Next("b", Noon).Should().EndWith(".000");
    }

    [Fact]
    public void Next_StaysUnique_WhenThereAreMoreNamesThanItRemembers()
    {
        var given = new HashSet<string>();
        for (var i = 0; i < 25_000; i++)
            given.Add(Next("n" + i, Noon.AddMilliseconds(i)));

        given.Should().HaveCount(25_000);
    }

    private string Next(string name, DateTimeOffset now) => names.Next(47, name, now, TimeZoneInfo.Utc);
}
