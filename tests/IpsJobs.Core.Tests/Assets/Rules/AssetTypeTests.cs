using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;

namespace IpsJobs.Core.Tests.Assets.Rules;

public sealed class AssetTypeTests
{
    [Theory]
    [InlineData("Image", 1)]
    [InlineData("Template", 2)]
    [InlineData("ImageMap", 8)]
    [InlineData("ZoomTarget", 9)]
    [InlineData("AdjustedView", 10)]
    [InlineData("IccProfile", 13)]
    [InlineData("Font", 14)]
    [InlineData("Video", 19)]
    [InlineData("ImageSet", 22)]
    [InlineData("Pdf", 25)]
    [InlineData("Zip", 27)]
    [InlineData("ViewerPreset", 40)]
    [InlineData("AssetSet", 44)]
    [InlineData("Aco", 100)]
    [InlineData("Xsl", 136)]
    public void Codes_AreThoseOfRealMessages_AndNeverChange(string assetType, int code)
    {
        AssetTypeCodes.Get(assetType).Should().Be(code);
        AssetTypeCodes.FindType(code).Should().Be(assetType);
    }

    [Fact]
    public void Codes_AreUniqueAndComplete_WhenATypeIsAdded()
    {
        var codes = AssetTypes.All.Select(AssetTypeCodes.Get).ToList();

        codes.Should().OnlyHaveUniqueItems();
        AssetTypeCodes.FindType(99).Should().BeNull();
        FluentActions.Invoking(() => AssetTypeCodes.Get("NoType")).Should().Throw<KeyNotFoundException>();
    }

    [Theory]
    [InlineData("Image", NameSpace.Catalog)]
    [InlineData("SpinSet", NameSpace.Catalog)]
    [InlineData("MediaSet", NameSpace.Catalog)]
    [InlineData("Catalog", NameSpace.Catalog)]
    [InlineData("LayerView", NameSpace.Catalog)]
    [InlineData("ViewerPreset", NameSpace.Catalog)]
    [InlineData("Pdf", NameSpace.Static)]
    [InlineData("MasterVideo", NameSpace.Static)]
    [InlineData("AnimatedGif", NameSpace.Static)]
    public void NameSpaceOf_TellsWhatTheImageServersFind_ByType(string assetType, NameSpace nameSpace) =>
        AssetTypeRule.NameSpaceOf(assetType).Should().Be(nameSpace);

    [Theory]
    [InlineData("Image", "Image", true)]
    [InlineData("Pdf", "Pdf", true)]
    [InlineData("Image", "PsdTemplate", true)]
    [InlineData("PostScript", "Illustrator", true)]
    [InlineData("Image", "Svg", false)]
    [InlineData("Template", "Image", false)]
    [InlineData("Video", "MasterVideo", true)]
    [InlineData("MasterVideo", "Video", true)]
    [InlineData("Video", "Audio", false)]
    public void CanReplace_KeepsUsesAlive_WhenTypesDiffer(string existing, string incoming, bool can) =>
        AssetTypeRule.CanReplace(existing, incoming).Should().Be(can);
}
