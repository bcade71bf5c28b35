using IpsJobs.Scheduling.Board;

namespace IpsJobs.Scheduling.Tests.Board;

public sealed class LaneBoardTests
{
    private readonly LaneBoard board = new(maxRunning: 10);

    [Fact]
    public void Admit_StartsOneAfterTheOther_WhenTheLaneTakesOne()
    {
        Add("a", 1, 1, 2, 3);

        board.Admit().Should().Equal(1);
        board.Admit().Should().BeEmpty();
        board.Release(1);
        board.Admit().Should().Equal(2);
        board.Release(2);
        board.Admit().Should().Equal(3);
    }

    [Fact]
    public void Admit_StartsTwo_WhenTheLaneTakesTwo()
    {
        Add("a", 2, 1, 2, 3);

        board.Admit().Should().Equal(1, 2);
        board.Release(2);
        board.Admit().Should().Equal(3);
    }

    [Fact]
    public void Admit_StartsTheLowestIdFirst_WhenTheyArriveOutOfOrder()
    {
        Add("a", 1, 7, 5, 6);

        board.Admit().Should().Equal(5);
    }

    [Fact]
    public void Admit_StartsInterruptedOnesFirst_WhenFreshOnesHaveLowerIds()
    {
        board.Add(1, "a", 1);
        board.Add(9, "a", 1, LaneRank.Interrupted);

        board.Admit().Should().Equal(9);
    }

    [Fact]
    public void Admit_StartsAll_WhenTheLaneIsUnlimited()
    {
        Add("a", int.MaxValue, 1, 2, 3, 4);

        board.Admit().Should().Equal(1, 2, 3, 4);
    }

    [Fact]
    public void Admit_NeverExceedsTheTotal_WhenManyLanesAreFull()
    {
        var small = new LaneBoard(maxRunning: 3);
        for (var id = 1; id <= 20; id++)
            small.Add(id, "lane" + id, 1);

        small.Admit().Should().Equal(1, 2, 3);
        small.Admit().Should().BeEmpty();
        small.Release(2);
        small.Admit().Should().Equal(4);
        small.Running.Should().Be(3);
    }

    [Fact]
    public void Admit_ServesLanesInTurn_WhenOneLaneIsLong()
    {
        var narrow = new LaneBoard(maxRunning: 1);
        for (var id = 1; id <= 50; id++)
            narrow.Add(id, "long", int.MaxValue);
        narrow.Add(100, "b", 1);
        narrow.Add(101, "c", 1);

        RunToTheEnd(narrow).Take(4).Should().Equal(1, 100, 101, 2);
    }

    [Fact]
    public void Admit_ReachesEveryLane_WhenManyLanesCompete()
    {
        var narrow = new LaneBoard(maxRunning: 2);
        for (var id = 0; id < 1000; id++)
            narrow.Add(id, "lane" + (id % 10), 1 + (id % 3));

        var order = RunToTheEnd(narrow).ToList();

        order.Should().HaveCount(1000).And.OnlyHaveUniqueItems();
        order.Take(10).Select(id => id % 10).Should().OnlyHaveUniqueItems();
        foreach (var lane in order.GroupBy(id => id % 10))
            lane.Should().BeInAscendingOrder();
    }

    [Fact]
    public void Add_ChangesNothing_WhenTheInstanceWaitsOrRuns()
    {
        Add("a", 1, 1, 2);
        board.Admit();

        board.Add(1, "a", 1).Should().BeFalse();
        board.Add(2, "b", 1).Should().BeFalse();
        board.Admit().Should().BeEmpty();
    }

    [Fact]
    public void Add_WidensTheLane_WhenTheCapacityHasGrown()
    {
        Add("a", 1, 1, 2);
        board.Admit();

        board.Add(3, "a", 2);

        board.Admit().Should().Equal(2);
    }

    [Fact]
    public void AddBeyondLimits_TakesNoPlace_WhenTheInstanceWaited()
    {
        Add("a", 1, 1, 2, 3);
        board.Admit();

        board.AddBeyondLimits(2).Should().BeTrue();

        board.IsWaiting(2).Should().BeFalse();
        board.Running.Should().Be(1);
        board.Release(2).Should().BeTrue();
        board.Admit().Should().BeEmpty();
        board.Release(1);
        board.Admit().Should().Equal(3);
    }

    [Fact]
    public void AddBeyondLimits_IsRefused_WhenTheInstanceRuns()
    {
        Add("a", 1, 1);
        board.Admit();

        board.AddBeyondLimits(1).Should().BeFalse();
        board.Running.Should().Be(1);
    }

    [Fact]
    public void AddBeyondLimits_LeavesTheLaneUsable_WhenItTookTheLastOne()
    {
        Add("a", 1, 1);
        board.AddBeyondLimits(1);
        Add("a", 1, 2);

        board.Admit().Should().Equal(2);
        board.Release(2);
        Add("a", 1, 3);
        board.Admit().Should().Equal(3);
    }

    [Fact]
    public void Release_ForgetsTheInstance_WhenItRan()
    {
        Add("a", 1, 1);
        board.Admit();

        board.Release(1).Should().BeTrue();

        board.Release(1).Should().BeFalse();
        board.Count.Should().Be(0);
        board.Running.Should().Be(0);
    }

    [Fact]
    public void Release_ChangesNothing_WhenTheInstanceStillWaits()
    {
        Add("a", 1, 1, 2);
        board.Admit();

        board.Release(2).Should().BeFalse();
        board.IsWaiting(2).Should().BeTrue();
    }

    private void Add(string lane, int capacity, params long[] ids) => Array.ForEach(ids, id => board.Add(id, lane, capacity));

    private static IEnumerable<long> RunToTheEnd(LaneBoard board)
    {
        while (board.Admit() is { Count: > 0 } admitted)
        {
            foreach (var id in admitted)
            {
                yield return id;
                board.Release(id);
            }
        }
    }
}
