using IpsJobs.Core.Assets;

namespace IpsJobs.Core.Tests.Assets.Edits;

public sealed class FolderPathsTests
{
    [Theory]
    [InlineData(null, "SampleCompany/")]
    [InlineData(" ", "SampleCompany/")]
    [InlineData("f|SampleCompany/", "SampleCompany/")]
    [InlineData("f|SampleCompany/a/", "SampleCompany/a/")]
    [InlineData(" f|a ", "SampleCompany/a/")]
    [InlineData("\\a\\b", "SampleCompany/a/b/")]
    [InlineData("cafe\u0301", "SampleCompany/caf\u00E9/")]
    [InlineData("f", "SampleCompany/f/")]
    [InlineData("f|", null)]
    [InlineData("a|b", null)]
    [InlineData("f|a|b", null)]
    [InlineData("f|../a", null)]
    public void Find_TakesHandlesAndPaths_AndNothingElse(string? text, string? folder) =>
        FolderPaths.Find("SampleCompany/", text).Should().Be(folder);
}
