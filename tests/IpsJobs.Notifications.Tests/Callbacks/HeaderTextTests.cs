using IpsJobs.Notifications.Callbacks;

namespace IpsJobs.Notifications.Tests.Callbacks;

public sealed class HeaderTextTests
{
    [Theory]
    [InlineData("j|47||nightly_2026-08-21-08:59:18.000|17", "j|47||nightly_2026-08-21-08:59:18.000|17")]
    [InlineData("größe 画", "gr%C3%B6%C3%9Fe %E7%94%BB")]
    [InlineData("50% \"off\"", "50%25 \"off\"")]
    [InlineData("a\r\nX-Evil: 1\0", "a%0D%0AX-Evil: 1%00")]
    [InlineData(" x ", "%20x%20")]
    [InlineData("", "")]
    public void Encode_GivesPrintableAscii_ThatDecodesToTheText(string text, string expected)
    {
        HeaderText.Encode(text).Should().Be(expected);
        Uri.UnescapeDataString(expected).Should().Be(text);
    }
}
