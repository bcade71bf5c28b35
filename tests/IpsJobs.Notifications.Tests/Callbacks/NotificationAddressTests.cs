using IpsJobs.Notifications.Callbacks;

namespace IpsJobs.Notifications.Tests.Callbacks;

public sealed class NotificationAddressTests
{
    [Theory]
    [InlineData("ftp://example.com/x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("/relative")]
    [InlineData("http://")]
    [InlineData("")]
    public void Parse_Fails_WhenItIsNoHttpAddress(string address) =>
        FluentActions.Invoking(() => NotificationAddress.Parse(address)).Should().Throw<NotificationFailedException>();

    [Theory]
    [InlineData("http://user:secret@example.com:8080/done?token=abc#x", "http://example.com:8080/done")]
    [InlineData("https://example.com/", "https://example.com/")]
    [InlineData("no address?token=abc", "no address")]
    public void ForDisplay_HidesCredentialsAndQuery(string address, string expected) =>
        NotificationAddress.ForDisplay(address).Should().Be(expected);
}
