using IpsJobs.Core.Jobs;
using IpsJobs.Handlers.Publishing;

namespace IpsJobs.Handlers.Tests.Publishing;

public sealed class FailureLimitTests
{
    private static readonly DeliveryResult DiskFull = new(DeliveryOutcome.Failed, new IOException("full", 28));
    private static readonly DeliveryResult Denied = new(DeliveryOutcome.Failed, new UnauthorizedAccessException());
    private static readonly DeliveryResult Delivered = new(DeliveryOutcome.Delivered);

    [Fact]
    public void Note_Throws_WhenTheSameCauseComesOnceTooOften()
    {
        var limit = new FailureLimit(3);
        limit.Note(DiskFull);
        limit.Note(DiskFull);

        var third = () => limit.Note(DiskFull);

        third.Should().Throw<FatalJobException>().Which.Reason.Arguments.Should().Equal("3");
    }

    [Fact]
    public void Note_CountsAnew_WhenAFileSucceedsOrTheCauseChanges()
    {
        var limit = new FailureLimit(3);

        var mixed = () =>
        {
            foreach (var result in new[] { DiskFull, DiskFull, Delivered, DiskFull, DiskFull, Denied, Denied, DiskFull })
                limit.Note(result);
        };

        mixed.Should().NotThrow();
    }
}
