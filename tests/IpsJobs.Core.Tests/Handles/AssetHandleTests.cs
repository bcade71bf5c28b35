using IpsJobs.Core.Handles;

namespace IpsJobs.Core.Tests.Handles;

public sealed class AssetHandleTests
{
    [Theory]
    [InlineData("24267|1|17063", 24267, 1, 17063)]
    [InlineData("a|732|1|535", 732, 1, 535)]
    [InlineData("34191|8|554", 34191, 8, 554)]
    [InlineData("a|34194|9|301", 34194, 9, 301)]
    public void TryParse_KeepsCodeAndTypeId_WhenTheHandleIsLong(string text, long id, int code, long typeId)
    {
        AssetHandle.TryParse(text, out var handle).Should().BeTrue();
        handle.Should().Be(new AssetHandle(id, code, typeId));
    }

    [Theory]
    [InlineData("a|885289", 885289)]
    [InlineData("24267", 24267)]
    [InlineData("a|9223372036854775807", long.MaxValue)]
    public void TryParse_KnowsTheIdAlone_WhenTheHandleIsShort(string text, long id)
    {
        AssetHandle.TryParse(text, out var handle).Should().BeTrue();
        handle.Should().Be(new AssetHandle(id));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("a|")]
    [InlineData("a|1|2")]
    [InlineData("a|1|2|")]
    [InlineData("a|1|2|3|4")]
    [InlineData("v|1|2")]
    [InlineData("a|9223372036854775808")]
    [InlineData("a|1|2147483648|3")]
    [InlineData("a|1| 1|3")]
    public void TryParse_IsFalse_WhenTheFormIsAnother(string? text) =>
        AssetHandle.TryParse(text, out _).Should().BeFalse();

    [Fact]
    public void ToString_IsLong_InTheOlderForms()
    {
        var handle = new AssetHandle(732, 1, 535);

        handle.ToString(HandleForm.D0).Should().Be("732|1|535");
        handle.ToString(HandleForm.D1).Should().Be("a|732|1|535");
        handle.ToString(HandleForm.D2).Should().Be("a|732");
        handle.ToString().Should().Be("a|732");
    }

    [Fact]
    public void ToString_RepeatsTheAssetId_WhenNoTypeIdIsKnown() =>
        new AssetHandle(732, 1).ToString(HandleForm.D1).Should().Be("a|732|1|732");

    [Fact]
    public void ToString_NamesTheAsset_WhenALongHandleLacksItsCode()
    {
        var act = () => new AssetHandle(732).ToString(HandleForm.D0);

        act.Should().Throw<InvalidOperationException>().WithMessage("*732*");
    }

    [Theory]
    [InlineData("a|732", true)]
    [InlineData("a|732|1|535", true)]
    [InlineData("a|733", false)]
    [InlineData("a|732|2|535", false)]
    [InlineData("a|732|1|536", false)]
    public void AgreesWith_ComparesWhatTheClientSent_WhenTheAssetIsKnown(string sent, bool agrees)
    {
        AssetHandle.TryParse(sent, out var handle).Should().BeTrue();
        handle.AgreesWith(new AssetHandle(732, 1, 535)).Should().Be(agrees);
    }

    [Fact]
    public void AgreesWith_TakesTheAssetIdForTheTypeId_WhenNoneIsKnown() =>
        new AssetHandle(732, 1, 732).AgreesWith(new AssetHandle(732, 1)).Should().BeTrue();
}
