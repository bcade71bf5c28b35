using IpsJobs.Core.Assets;

namespace IpsJobs.Core.Tests.Assets;

public sealed class SetThumbnailTests
{
    [Theory]
    [InlineData(null, "", "5 6", 5)]
    [InlineData(1, "1 2", "2 1", 2)]
    [InlineData(1, "1 2", "", null)]
    public void Moved_FollowsTheFirstMember(int? thumbnail, string before, string after, int? expected)
    {
        var moved = SetThumbnail.Moved(new AssetDetails { ThumbnailAssetId = thumbnail, SetDefinition = "kept" }, Members(before), Members(after));

        moved.Should().NotBeNull();
        (moved!.ThumbnailAssetId, moved.SetDefinition).Should().Be((expected, "kept"));
    }

    [Theory]
    [InlineData(9, "1 2", "2 1")]
    [InlineData(2, "1 2", "3 2")]
    [InlineData(1, "1 2", "1 3")]
    [InlineData(null, "", "")]
    public void Moved_IsNull_WhenAnotherWasChosenOrTheFirstStays(int? thumbnail, string before, string after) =>
        SetThumbnail.Moved(new AssetDetails { ThumbnailAssetId = thumbnail }, Members(before), Members(after)).Should().BeNull();

    private static IReadOnlyList<SetMember> Members(string ids) =>
        [.. ids.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => new SetMember(long.Parse(id, System.Globalization.CultureInfo.InvariantCulture)))];
}
