using IpsJobs.Core.Jobs;

namespace IpsJobs.Core.Tests.Jobs;

public sealed class InstanceMovesTests
{
    // Rows from, columns to, both in the order of InstanceState: Unknown New WaitingClient WaitingCoordinator Running Stopping Done.
    private static readonly string[] Legal =
    [
        "0000101",
        "0011101",
        "0000101",
        "0000101",
        "1010011",
        "0000001",
        "0000000",
    ];

    [Fact]
    public void IsLegal_FollowsTheTable_WhenEveryPairIsAsked()
    {
        foreach (var from in Enum.GetValues<InstanceState>())
            foreach (var to in Enum.GetValues<InstanceState>())
                InstanceMoves.IsLegal(from, to).Should().Be(Legal[(int)from][(int)to] == '1', $"{from} to {to}");
    }
}
