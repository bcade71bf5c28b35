using IpsJobs.Core.Assets;

namespace IpsJobs.Core.Tests.Assets.Rules;

public sealed class ConfinedRootTests
{
    private static readonly string Base = Path.Combine(Path.GetTempPath(), "confined");
    private readonly ConfinedRoot root = new(Base);

    [Theory]
    [InlineData("", "")]
    [InlineData(".", "")]
    [InlineData("a/b.jpg", "a/b.jpg")]
    [InlineData("a/b/", "a/b")]
    [InlineData("a//b", "a/b")]
    [InlineData("a/../b", "b")]
    [InlineData("a/..", "")]
    [InlineData("..a/b", "..a/b")]
    public void Resolve_StaysBelowTheRoot_WhenThePathDoes(string relative, string below) =>
        root.Resolve(relative).Should().Be(Path.TrimEndingDirectorySeparator(Path.GetFullPath(Path.Combine(Base, below))));

    [Theory]
    [InlineData("..")]
    [InlineData("../confined2/a")]
    [InlineData("a/../../b")]
    [InlineData("/etc/passwd")]
    [InlineData("//server/share")]
    [InlineData("\\\\server\\share")]
    [InlineData("a\0b")]
    public void Resolve_Throws_WhenThePathLeavesTheRoot(string relative) =>
        FluentActions.Invoking(() => root.Resolve(relative))
            .Should().Throw<PathEscapeException>().Which.Path.Should().Be(relative);

    [Fact]
    public void Root_IsAFullPath_WhenItWasGivenWithASlash() =>
        new ConfinedRoot(Base + Path.DirectorySeparatorChar).Root.Should().Be(Base);

    [Fact]
    public void Resolve_Works_WhenTheRootIsThatOfTheFileSystem() =>
        new ConfinedRoot(Path.GetPathRoot(Base)!).Resolve("a/b").Should().Be(Path.GetFullPath(Path.GetPathRoot(Base) + "a/b"));
}
