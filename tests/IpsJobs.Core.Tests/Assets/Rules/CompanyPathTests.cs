using IpsJobs.Core.Assets;

namespace IpsJobs.Core.Tests.Assets.Rules;

public sealed class CompanyPathTests
{
    private const string Root = "SampleCompany/";

    [Theory]
    [InlineData(null, "SampleCompany/")]
    [InlineData("", "SampleCompany/")]
    [InlineData("/", "SampleCompany/")]
    [InlineData("SampleCompany", "SampleCompany/")]
    [InlineData("/SampleCompany//", "SampleCompany/")]
    [InlineData("a/b", "SampleCompany/a/b/")]
    [InlineData("/a/b/", "SampleCompany/a/b/")]
    [InlineData("SampleCompany/a/b/", "SampleCompany/a/b/")]
    [InlineData("//SampleCompany//a///b//", "SampleCompany/a/b/")]
    [InlineData("SampleCompany\\a\\b", "SampleCompany/a/b/")]
    [InlineData("samplecompany/a", "SampleCompany/samplecompany/a/")]
    [InlineData("SampleCompany/SampleCompany/a", "SampleCompany/SampleCompany/a/")]
    [InlineData("a/SampleCompany/", "SampleCompany/a/SampleCompany/")]
    [InlineData("my folder/.hidden/a..b", "SampleCompany/my folder/.hidden/a..b/")]
    [InlineData("cafe\u0301/\u00E9", "SampleCompany/caf\u00E9/\u00E9/")]
    public void TryNormalizeFolder_BeginsWithTheRoot_HoweverItIsWritten(string? input, string folder)
    {
        CompanyPath.TryNormalizeFolder(Root, input, out var read).Should().BeTrue();
        read.Should().Be(folder);
    }

    [Fact]
    public void TryReadDirectory_LeavesTheSpelling_BecauseTheDirectoryIsThere()
    {
        CompanyPath.TryReadDirectory(Root, "cafe\u0301\\b", out var directory).Should().BeTrue();
        directory.Should().Be("SampleCompany/cafe\u0301/b/");
    }

    [Theory]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData("a/../b")]
    [InlineData("a/./b")]
    [InlineData("a\\..\\b")]
    [InlineData("SampleCompany/..")]
    [InlineData("a\0b")]
    [InlineData("a\nb")]
    [InlineData("a/\u0085/b")]
    public void TryNormalizeFolder_IsFalse_WhenASegmentIsNoName(string input)
    {
        CompanyPath.TryNormalizeFolder(Root, input, out var folder).Should().BeFalse();
        folder.Should().BeEmpty();
    }

    [Theory]
    [InlineData("a", 255, true)]
    [InlineData("a", 256, false)]
    [InlineData("\u00E9", 127, true)]
    [InlineData("\u00E9", 128, false)]
    [InlineData("abcd/", 397, true)]
    [InlineData("abcd/", 398, false)]
    public void TryNormalizeFolder_IsFalse_WhenNoFileSystemCouldHoldIt(string text, int times, bool storable)
    {
        var folder = string.Concat(Enumerable.Repeat(text, times));

        CompanyPath.TryNormalizeFolder(Root, folder, out _).Should().Be(storable);
        CompanyPath.TrySplitFile(Root, folder + "/" + new string('n', 300), out _, out _).Should().Be(storable, "long names of files are cut");
    }

    [Theory]
    [InlineData("shirt.jpg", "SampleCompany/", "shirt.jpg")]
    [InlineData("a/b/shirt.jpg", "SampleCompany/a/b/", "shirt.jpg")]
    [InlineData("/SampleCompany//a\\shirt red.jpg", "SampleCompany/a/", "shirt red.jpg")]
    [InlineData("SampleCompany", "SampleCompany/", "SampleCompany")]
    [InlineData("cafe\u0301/the\u0301.jpg", "SampleCompany/caf\u00E9/", "the\u0301.jpg")]
    public void TrySplitFile_KeepsTheName_WhenThereIsOne(string input, string folder, string fileName)
    {
        CompanyPath.TrySplitFile(Root, input, out var readFolder, out var readName).Should().BeTrue();
        readFolder.Should().Be(folder);
        readName.Should().Be(fileName);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a/b/")]
    [InlineData("a\\")]
    [InlineData("a/..")]
    [InlineData("../shirt.jpg")]
    [InlineData("shi\trt.jpg")]
    public void TrySplitFile_IsFalse_WhenThereIsNoFileOrNoPath(string? input)
    {
        CompanyPath.TrySplitFile(Root, input, out var folder, out var fileName).Should().BeFalse();
        (folder + fileName).Should().BeEmpty();
    }
}
