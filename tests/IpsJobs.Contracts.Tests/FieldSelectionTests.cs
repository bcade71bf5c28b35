namespace IpsJobs.Contracts.Tests;

public class FieldSelectionTests
{
    [Theory]
    [InlineData(null, null)]
    [InlineData("", "")]
    [InlineData(" / ", null)]
    public void Of_IsNull_WhenNothingIsLeftOut(string? included, string? excluded) =>
        FieldSelection.Of(Paths(included), Paths(excluded)).Should().BeNull();

    [Theory]
    [InlineData("a/b", null, "a/b", true)]
    [InlineData("a/b", null, "a/b/c", true)]
    [InlineData("a/b", null, "a/c", false)]
    [InlineData("a/b", null, "b", false)]
    [InlineData(" /a / b/", null, "a/b", true)]
    [InlineData("a;a/b", null, "a/c", true)]
    [InlineData(null, "a/b", "a/b", false)]
    [InlineData(null, "a/b", "a/b/c", false)]
    [InlineData(null, "a/b", "a/c", true)]
    [InlineData("a", "a/b", "a/b", false)]
    [InlineData("a/b", "a", "a/b", false)]
    [InlineData("A", null, "a", false)]
    public void Wants_FollowsThePaths(string? included, string? excluded, string path, bool wanted)
    {
        var selection = FieldSelection.Of(Paths(included), Paths(excluded));
        var names = path.Split('/');

        foreach (var name in names[..^1])
            selection = selection?.Below(name);

        (selection?.Wants(names[^1]) ?? true).Should().Be(wanted);
    }

    private static string[]? Paths(string? list) => list?.Split(';');
}
