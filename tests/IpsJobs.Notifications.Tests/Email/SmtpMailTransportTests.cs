using System.Text;
using IpsJobs.Notifications.Email;
using IpsJobs.Notifications.Tests.Fakes;
using Microsoft.Extensions.Options;

namespace IpsJobs.Notifications.Tests.Email;

public sealed class SmtpMailTransportTests : IDisposable
{
    private readonly FakeSmtpServer smtp = new();
    private readonly SignallingTime time = new();
    private readonly MailOptions options = new() { Host = "127.0.0.1", TlsMode = MailTlsMode.None };

    [Fact]
    public async Task SendAsync_DeliversTheMailAsComposed()
    {
        await SendAsync("anna@example.com");

        var received = (await smtp.Mails.WaitForCountAsync(1))[0];
        received.Recipient.Should().Be("anna@example.com");
        received.Parse().Subject.Should().EndWith("– Completed");
    }

    [Fact]
    public async Task SendAsync_UsesOneConnection_ForAllMailsOfASession()
    {
        await SendAsync("anna@example.com", "bob@example.com", "carl@example.com");

        (await smtp.Mails.WaitForCountAsync(3)).Should().HaveCount(3);
        smtp.Connections.Should().Be(1);
    }

    [Theory]
    [InlineData("550 5.1.1 No such user", true)]
    [InlineData("451 4.7.1 Greylisted", false)]
    public async Task SendAsync_TellsWhetherARefusalIsForGood_AndGoesOn(string answer, bool isPermanent)
    {
        smtp.OnRecipient = r => r.StartsWith("anna", StringComparison.Ordinal) ? answer : "250 OK";
        await using var session = await OpenAsync();

        var refused = await session.Invoking(s => s.SendAsync(Mail("anna@example.com"), default))
            .Should().ThrowAsync<MailRefusedException>();
        await session.SendAsync(Mail("bob@example.com"), default);

        refused.Which.IsPermanent.Should().Be(isPermanent);
        refused.Which.Message.Should().StartWith("SMTP " + answer[..3]);
        (await smtp.Mails.WaitForCountAsync(1)).Single().Recipient.Should().Be("bob@example.com");
    }

    [Fact]
    public async Task SendAsync_LosesTheSession_WhenTheServerHangsUp()
    {
        smtp.OnMail = _ => null;
        await using var session = await OpenAsync();

        await session.Invoking(s => s.SendAsync(Mail("anna@example.com"), default)).Should().ThrowAsync<Exception>();

        session.IsOpen.Should().BeFalse();
    }

    [Fact]
    public async Task OpenAsync_LogsIn_WhenAUserIsSet()
    {
        smtp.OffersLogin = true;
        options.User = "ips";
        options.Password = "secret";
        await using (await OpenAsync())
        {
            var login = smtp.Commands.All.Single(c => c.StartsWith("AUTH PLAIN ", StringComparison.Ordinal))["AUTH PLAIN ".Length..];
            Encoding.UTF8.GetString(Convert.FromBase64String(login)).Should().Be("\0ips\0secret");
        }
    }

    [Fact]
    public async Task OpenAsync_GivesUp_WhenTheServerSaysNothing()
    {
        smtp.Greeting = null;
        var opening = OpenAsync();
        await time.PassAsync(options.Timeout);

        await opening.Invoking(o => o).Should().ThrowAsync<TimeoutException>().WithMessage("no answer within 60 s");
    }

    [Fact]
    public async Task OpenAsync_Fails_WhenTlsIsDemandedAndNotOffered()
    {
        options.TlsMode = MailTlsMode.StartTls;

        await this.Invoking(t => t.OpenAsync()).Should().ThrowAsync<NotSupportedException>();
    }

    public void Dispose() => smtp.Dispose();

    private async Task SendAsync(params string[] recipients)
    {
        await using var session = await OpenAsync();
        foreach (var recipient in recipients)
            await session.SendAsync(Mail(recipient), default);
    }

    private static MimeKit.MimeMessage Mail(string recipient) => Sample.Composer().Compose(Sample.Mail(recipient), Sample.Report());

    private Task<IMailSession> OpenAsync()
    {
        options.Port = smtp.Port;
        return new SmtpMailTransport(Options.Create(options), Sample.Clock(time)).OpenAsync(default);
    }
}
