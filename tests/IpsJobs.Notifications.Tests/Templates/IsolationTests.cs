using IpsJobs.Notifications.Templates;

namespace IpsJobs.Notifications.Tests.Templates;

public sealed class IsolationTests
{
    [Theory]
    [InlineData("plain.jpg", "x plain.jpg y")]
    [InlineData("größe 画像", "x größe 画像 y")]
    [InlineData("ملف.jpg", "x \u2068ملف.jpg\u2069 y")]
    [InlineData("תמונה", "x \u2068תמונה\u2069 y")]
    public void ToPlain_KeepsMarks_OnlyAroundTextFromRightToLeft(string name, string expected) =>
        Isolation.ToPlain($"x {Isolation.Mark(name)} y").Should().Be(expected);

    [Theory]
    [InlineData("\u2069\u2068\u202Eabc", "abc")]
    [InlineData("a\u2067b\u202Dc", "abc")]
    public void Mark_TakesOutControls_ThatWouldEndOrTurnIt(string name, string expected) =>
        Isolation.Parts(Isolation.Mark(name)).Where(p => p.IsMarked).Should().ContainSingle().Which.Text.Should().Be(expected);

    [Fact]
    public void Parts_LeavesATextAlone_WhenAMarkIsNotClosed() =>
        Isolation.Parts("a \u2068b").Should().Equal(("a \u2068b", false));
}
