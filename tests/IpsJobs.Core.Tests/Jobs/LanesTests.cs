using IpsJobs.Core.Jobs;

namespace IpsJobs.Core.Tests.Jobs;

public sealed class LanesTests
{
    [Fact]
    public void Capacity_FollowsTheKind_WhenKeysAreMadeHere()
    {
        Lanes.Capacity(Lanes.Publish(47, 3001), uploadLaneSize: 5).Should().Be(1);
        Lanes.Capacity(Lanes.Metadata(47), uploadLaneSize: 5).Should().Be(1);
        Lanes.Capacity(Lanes.Export(47), uploadLaneSize: 5).Should().Be(2);
        Lanes.Capacity(Lanes.Upload(47), uploadLaneSize: 5).Should().Be(5);
        Lanes.Capacity("", uploadLaneSize: 5).Should().Be(int.MaxValue);
    }
}
