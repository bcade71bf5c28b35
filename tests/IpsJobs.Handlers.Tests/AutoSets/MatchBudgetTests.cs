using IpsJobs.Handlers.AutoSets;
using Microsoft.Extensions.Time.Testing;

namespace IpsJobs.Handlers.Tests.AutoSets;

public sealed class MatchBudgetTests
{
    [Fact]
    public void Spend_Refuses_WhenManyMatchesHaveUsedUpTheTime()
    {
        var time = new FakeTimeProvider();
        var budget = new MatchBudget(time);
        for (var i = 0; i < 50; i++)
            budget.Spend(() => Slow(time));

        var more = () => budget.Spend(() => true);

        more.Should().Throw<ExpressionTooSlowException>();
    }

    private static bool Slow(FakeTimeProvider time)
    {
        time.Advance(TimeSpan.FromMilliseconds(200));
        return true;
    }
}
