using IpsJobs.Core.Jobs;

namespace IpsJobs.Handlers.Tests;

public sealed class FailureStreakTests
{
    [Fact]
    public void Note_Throws_WhenTheSameCauseComesOnceTooOften()
    {
        var streak = new FailureStreak(3);
        streak.Note("disk full");
        streak.Note("disk full");

        var third = () => streak.Note("disk full");

        third.Should().Throw<FatalJobException>().Which.Reason.Arguments.Should().Equal("3");
    }

    [Fact]
    public void Note_CountsAnew_WhenAFileSucceedsOrTheCauseChanges()
    {
        var streak = new FailureStreak(3);

        var mixed = () =>
        {
            foreach (var cause in new[] { "disk full", "disk full", null, "disk full", "disk full", "denied", "denied", "disk full" })
                streak.Note(cause);
        };

        mixed.Should().NotThrow();
    }
}
