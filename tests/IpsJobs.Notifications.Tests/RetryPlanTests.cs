namespace IpsJobs.Notifications.Tests;

public sealed class RetryPlanTests
{
    private static readonly DateTimeOffset Start = new(2026, 8, 21, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Mail_TriesWithGrowingPauses_ForADay()
    {
        var attempts = Attempts(RetryPlan.Mail);

        attempts[^1].Should().BeCloseTo(TimeSpan.FromHours(24), TimeSpan.FromMinutes(30)).And.BeLessThan(TimeSpan.FromHours(24));
        attempts.Zip(attempts.Skip(1), (a, b) => b - a).Should().BeInAscendingOrder();
    }

    [Fact]
    public void Notification_TriesAt0And30And120Seconds() =>
        Attempts(RetryPlan.Notification).Select(a => a.TotalSeconds).Should().Equal(0, 30, 120);

    private static List<TimeSpan> Attempts(RetryPlan plan)
    {
        List<TimeSpan> attempts = [TimeSpan.Zero];
        while (plan.Next(attempts.Count - 1, Start + attempts[^1]) is { } next)
            attempts.Add(next - Start);
        return attempts;
    }
}
