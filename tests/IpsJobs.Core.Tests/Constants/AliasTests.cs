using IpsJobs.Core.Constants;

namespace IpsJobs.Core.Tests.Constants;

public sealed class AliasTests
{
    [Theory]
    [InlineData("Layername", "LayerName")]
    [InlineData("LayerName", "LayerName")]
    [InlineData("Folders", "Folders")]
    [InlineData("layername", "")]
    [InlineData(null, "")]
    public void LayerNaming_IsRead_WhenItIsAConstantOrTheAlias(string? value, string canonical) =>
        Check(LayerNamings.TryCanonical(value, out var read), read, canonical);

    [Theory]
    [InlineData("render", "Rasterize")]
    [InlineData("Thumbnail", "Thumbnail")]
    [InlineData("Render", "")]
    [InlineData("", "")]
    public void PdfProcess_IsRead_WhenItIsAConstantOrTheAlias(string? value, string canonical) =>
        Check(PdfProcesses.TryCanonical(value, out var read), read, canonical);

    [Theory]
    [InlineData("WindowsCovering", "WindowCovering")]
    [InlineData("WindowCovering", "WindowCovering")]
    [InlineData("PDFSettings", "PDFSettings")]
    [InlineData("Window", "")]
    public void AssetType_IsRead_WhenItIsAConstantOrTheAlias(string? value, string canonical) =>
        Check(AssetTypes.TryCanonical(value, out var read), read, canonical);

    [Theory]
    [InlineData("Full", "full")]
    [InlineData("FullWithSearch", "fullwithsearch")]
    [InlineData("Incremental", "increment")]
    [InlineData("full", "")]
    [InlineData(null, "")]
    public void JobSubType_FollowsThePublishType_WhenThereIsOne(string? publishType, string subType) =>
        JobSubTypes.For(publishType).Should().Be(subType);

    private static void Check(bool found, string read, string canonical)
    {
        read.Should().Be(canonical);
        found.Should().Be(canonical.Length > 0);
    }
}
