using System.Text;
using IpsJobs.Core.Assets;

namespace IpsJobs.Core.Tests.Assets.Rules;

public sealed class AssetNamingTests
{
    [Theory]
    [InlineData("shirt.jpg", "shirt.jpg")]
    [InlineData(" red shirt (1)#!~^`[x].jpg", " red shirt (1)#!~^`[x].jpg")]
    [InlineData("a\\b;c/d?e:f@g&h=i+j$k,l*m\"n<o>p|q'r{s}t%u.jpg", "abcdefghijklmnopqrstu.jpg")]
    [InlineData("cafe\u0301.jpg", "caf\u00e9.jpg")]
    [InlineData("cafe%\u0301.jpg", "caf\u00e9.jpg")]
    [InlineData("what\u037e.jpg", "what.jpg")]
    [InlineData("a\u0007b.jpg", "ab.jpg")]
    [InlineData("archive.tar.gz", "archive.tar.gz")]
    [InlineData("noextension", "noextension")]
    public void Clean_DeletesWhatTheApiForbids_AndNothingElse(string fileName, string cleaned) =>
        AssetNaming.Clean(fileName).Should().Be(cleaned);

    [Fact]
    public void Clean_ReplacesHalfACharacter_WhenASurrogateStandsAlone() =>
        AssetNaming.Clean("a\ud800b.jpg").Should().Be("a\ufffdb.jpg");

    [Theory]
    [InlineData("")]
    [InlineData("%%%")]
    [InlineData("%%.jpg")]
    [InlineData("..")]
    [InlineData(".%.")]
    [InlineData("  .jpg")]
    public void Clean_IsNull_WhenNoNameIsLeft(string fileName) => AssetNaming.Clean(fileName).Should().BeNull();

    [Theory]
    [InlineData("a", 300, ".jpg", 251)]
    [InlineData("é", 300, ".jpg", 250)]
    [InlineData("漢", 300, ".jpeg", 249)]
    [InlineData("😀", 100, ".jpg", 248)]
    public void Clean_CutsTheBaseBetweenCharacters_WhenTheNameIsTooLong(string letter, int count, string extension, int bytes)
    {
        var cleaned = AssetNaming.Clean(string.Concat(Enumerable.Repeat(letter, count)) + extension)!;

        cleaned.Should().EndWith(extension).And.NotContain("\ufffd");
        Encoding.UTF8.GetByteCount(AssetNaming.BaseName(cleaned)).Should().Be(bytes);
    }

    [Fact]
    public void Clean_CutsTheWholeName_WhenTheExtensionAloneIsTooLong()
    {
        var cleaned = AssetNaming.Clean("name." + new string('x', 300))!;

        cleaned.Should().StartWith("name.x").And.HaveLength(255);
    }

    [Theory]
    [InlineData("a.b.JPG", "a.b", "JPG")]
    [InlineData("name", "name", "")]
    [InlineData("name.", "name", "")]
    [InlineData(".jpg", "", "jpg")]
    public void BaseNameAndExtension_PartAtTheLastDot_WhenThereIsOne(string fileName, string baseName, string extension)
    {
        AssetNaming.BaseName(fileName).Should().Be(baseName);
        AssetNaming.Extension(fileName).Should().Be(extension);
    }

    [Fact]
    public void NumberedFile_PutsTheNumberBeforeTheExtension_WhenThereIsOne()
    {
        AssetNaming.Numbered("shirt", 2).Should().Be("shirt-2");
        AssetNaming.NumberedFile("shirt.v1.jpg", 12).Should().Be("shirt.v1-12.jpg");
        AssetNaming.NumberedFile("shirt", 1).Should().Be("shirt-1");
    }

    [Fact]
    public void NumberedFile_StaysWithinTheLimit_WhenTheNameIsFull()
    {
        var numbered = AssetNaming.NumberedFile(new string('a', 251) + ".jpg", 10);

        numbered.Should().HaveLength(255).And.EndWith("aa-10.jpg");
    }

    [Theory]
    [InlineData("a.jpg", "a.JPG", true)]
    [InlineData("a.jpg", "A.jpg", false)]
    [InlineData("a.jpg", "a.jpeg", false)]
    public void IsSameFile_IgnoresTheCaseOfTheExtensionOnly_WhenComparing(string one, string other, bool same) =>
        AssetNaming.IsSameFile(one, other).Should().Be(same);
}
