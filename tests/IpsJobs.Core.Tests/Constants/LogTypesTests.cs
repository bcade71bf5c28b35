using IpsJobs.Core.Constants;

namespace IpsJobs.Core.Tests.Constants;

public sealed class LogTypesTests
{
    [Theory]
    [InlineData("VideoPublishSuccess", "VideoPublishSuccess")]
    [InlineData("VideoPubilshSuccess", "VideoPublishSuccess")]
    [InlineData("endReoptimize", "EndReoptimize")]
    [InlineData("FleEnd", "FileEnd")]
    [InlineData("ImageRenderingPublishCleanupsuccess", "ImageRenderingPublishCleanupSuccess")]
    public void TryCanonical_CorrectsTheSpelling_WhenTheDocumentedWordIsMisspelt(string word, string canonical)
    {
        LogTypes.TryCanonical(word, out var read).Should().BeTrue();
        read.Should().Be(canonical);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("uploadsuccess")]
    [InlineData("EndImageRenderingPublishCleanupFailure")]
    public void TryCanonical_IsFalse_WhenTheWordIsNotOneType(string? word)
    {
        LogTypes.TryCanonical(word, out var read).Should().BeFalse();
        read.Should().BeEmpty();
    }

    [Fact]
    public void TryExpand_GivesBothTypes_WhenTwoLinesOfTheListRunTogether()
    {
        LogTypes.TryExpand("EndImageRenderingPublishCleanupFailure", out var types).Should().BeTrue();
        types.Should().Equal("EndImageRenderingPublishCleanup", "ImageRenderingPublishCleanupFailure");
    }

    [Fact]
    public void TryExpand_IsFalse_WhenTheWordIsUnknown()
    {
        LogTypes.TryExpand("NoSuchType", out var types).Should().BeFalse();
        types.Should().BeEmpty();
    }

    [Fact]
    public void Families_TakeInEveryDocumentedCountedRow_WhenListed()
    {
        LogTypes.All.Where(LogTypes.IsSuccess).Should().BeEquivalentTo(
            "UploadSuccess", "ImageServingPublishSuccess", "ImageRenderingPublishSuccess", "VideoPublishSuccess",
            "ServerDirectoryPublishSuccess", "ReoptimizeSuccess", "MetadataSuccess", "ReturnSuccess");
        LogTypes.Written.Where(LogTypes.IsError).Should().BeEquivalentTo(
            "UploadError", "ImageServingPublishError", "ImageRenderingPublishError", "VideoPublishError",
            "ServerDirectoryPublishError", "MetadataFailure", "PdfRipError", "ReoptimizeFailure", "GetFailure", "DeleteFailure");
        LogTypes.Written.Where(LogTypes.IsWarning).Should().BeEquivalentTo(
            "UploadWarning", "ImageServingPublishWarning", "VideoPublishWarning", "ServerDirectoryPublishWarning");
    }

    [Theory]
    [InlineData("BeginUpload", true, false)]
    [InlineData("EndUploadUrls", false, true)]
    [InlineData("FileBegin", true, false)]
    [InlineData("FileEnd", false, true)]
    [InlineData("FatalError", false, false)]
    [InlineData("BeginNothing", false, false)]
    public void IsBeginAndIsEnd_TellTheFrameOfALog_WhenTheTypeIsKnown(string logType, bool begin, bool end)
    {
        LogTypes.IsBegin(logType).Should().Be(begin);
        LogTypes.IsEnd(logType).Should().Be(end);
    }

    [Fact]
    public void IsError_LeavesOutTheFatalRowAndCleanup_WhenCounting()
    {
        LogTypes.IsError(LogTypes.FatalError).Should().BeFalse();
        LogTypes.IsError(LogTypes.VideoPublishCleanupFailure).Should().BeFalse();
        LogTypes.IsCleanup(LogTypes.VideoPublishCleanupFailure).Should().BeTrue();
        LogTypes.IsError("SomeError").Should().BeFalse();
    }
}
