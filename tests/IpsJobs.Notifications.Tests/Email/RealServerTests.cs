using IpsJobs.Core.Constants;
using IpsJobs.Notifications.Email;
using IpsJobs.Notifications.Tests.Fakes;
using IpsJobs.Testing.Smtp;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using MimeKit;

namespace IpsJobs.Notifications.Tests.Email;

/// <summary>The sender against a mail server that others wrote.</summary>
public sealed class RealServerTests : IDisposable
{
    private readonly SignallingTime time = new();
    private readonly FakeJobQueries queries = new();
    private readonly MailOptions options = new() { Host = "127.0.0.1", TlsMode = MailTlsMode.None, Timeout = TimeSpan.FromSeconds(45) };
    private readonly FakeOutbox outbox;
    private readonly MailSender sender;
    private SmtpServer? smtp;

    public RealServerTests()
    {
        outbox = new FakeOutbox(time);
        queries.Instances.Add(Sample.Instance("größe 画像"));
        queries.Rows.Add(Sample.End);
        sender = new MailSender(
            outbox,
            new SmtpMailTransport(Options.Create(options), Sample.Clock(time)),
            new JobReportReader(queries, Sample.Accounts()),
            Sample.Composer(),
            Sample.Clock(time),
            NullLogger<MailSender>.Instance);
    }

    public void Dispose()
    {
        sender.StopAsync(default).GetAwaiter().GetResult();
        sender.Dispose();
        smtp?.Dispose();
    }

    [SmtpServerFact]
    public async Task Sender_DeliversTheWholeMail_InOrder()
    {
        await StartAsync();
        outbox.Add("anna@example.com", EmailSettings.All, locale: "ja");
        outbox.Add("bob@example.com", EmailSettings.All);

        await sender.StartAsync(default);

        (await outbox.Marks.WaitForCountAsync(2)).Should().OnlyContain(m => m.Sent);
        var mails = await smtp!.WaitForMailsAsync(2);
        mails.Select(m => m.Recipient).Should().Equal("anna@example.com", "bob@example.com");
        var mail = await MimeMessage.LoadAsync(mails[0].File);
        mail.Subject.Should().Be("[IPS] Sample Company: größe 画像_2026-08-21-08:59:18.000 – 完了");
        mail.Headers["Auto-Submitted"].Should().Be("auto-generated");
        mail.HtmlBody.Should().Contain("<bdi>größe 画像</bdi>");
        mail.TextBody.Should().Contain("ジョブ名：größe 画像_2026");
    }

    [SmtpServerFact]
    public async Task Sender_LogsInOverStartTls_WhenTheAuthorityIsKnown()
    {
        await StartAsync(new SmtpServerOptions { Tls = "starttls", Login = "ips:s3cret" }, MailTlsMode.StartTls);
        (options.User, options.Password, options.CaFile) = ("ips", "s3cret", smtp!.AuthorityFile);
        outbox.Add("anna@example.com", EmailSettings.All);

        await sender.StartAsync(default);

        (await outbox.Marks.WaitForCountAsync(1))[0].Sent.Should().BeTrue();
    }

    [SmtpServerFact]
    public async Task Sender_LogsInOverTls_FromTheFirstByte()
    {
        await StartAsync(new SmtpServerOptions { Tls = "implicit", Login = "ips:s3cret" }, MailTlsMode.Implicit);
        (options.User, options.Password, options.CaFile) = ("ips", "s3cret", smtp!.AuthorityFile);
        outbox.Add("anna@example.com", EmailSettings.All);

        await sender.StartAsync(default);

        (await outbox.Marks.WaitForCountAsync(1))[0].Sent.Should().BeTrue();
    }

    [SmtpServerFact]
    public async Task Sender_SendsNothing_WhenTheCertificateIsFromAStranger()
    {
        await StartAsync(new SmtpServerOptions { Tls = "starttls" }, MailTlsMode.StartTls);
        outbox.Add("anna@example.com", EmailSettings.All);

        await sender.StartAsync(default);

        (await outbox.Marks.WaitForCountAsync(1))[0].Should().Match<OutboxMark>(m => !m.Sent && m.NextUtc != null);
        smtp!.Mails.Should().BeEmpty();
    }

    [SmtpServerFact]
    public async Task Sender_TriesLater_WhenThePasswordIsWrong()
    {
        await StartAsync(new SmtpServerOptions { Tls = "starttls", Login = "ips:s3cret" }, MailTlsMode.StartTls);
        (options.User, options.Password, options.CaFile) = ("ips", "wrong", smtp!.AuthorityFile);
        outbox.Add("anna@example.com", EmailSettings.All);

        await sender.StartAsync(default);

        (await outbox.Marks.WaitForCountAsync(1))[0].Should().Match<OutboxMark>(m =>
            !m.Sent && m.NextUtc != null && m.Reason!.StartsWith("535") && !m.Reason.Contains("wrong"));
    }

    [SmtpServerFact]
    public async Task Sender_GivesUpARefusedRecipient_AndSendsTheOthers()
    {
        await StartAsync();
        outbox.Add("refused@example.com", EmailSettings.All);
        outbox.Add("anna@example.com", EmailSettings.All);

        await sender.StartAsync(default);

        var marks = await outbox.Marks.WaitForCountAsync(2);
        marks.Single(m => m.OutboxId == 1).Should().Match<OutboxMark>(m => !m.Sent && m.NextUtc == null && m.Reason!.StartsWith("SMTP 550"));
        marks.Single(m => m.OutboxId == 2).Sent.Should().BeTrue();
    }

    [SmtpServerFact]
    public async Task Sender_ComesBack_WhenItIsGreylisted()
    {
        await StartAsync();
        outbox.Add("greylisted@example.com", EmailSettings.All);
        await sender.StartAsync(default);
        (await outbox.Marks.WaitForCountAsync(1))[0].Reason.Should().StartWith("SMTP 451");

        await time.PassAsync(TimeSpan.FromMinutes(1));

        (await outbox.Marks.WaitForCountAsync(2))[1].Sent.Should().BeTrue();
        (await smtp!.WaitForMailsAsync(1)).Should().ContainSingle();
    }

    [SmtpServerFact]
    public async Task Sender_SendsAgain_WhenTheLineIsCutInTheMiddleOfAMail()
    {
        await StartAsync();
        outbox.Add("cut@example.com", EmailSettings.All);
        outbox.Add("anna@example.com", EmailSettings.All);
        await sender.StartAsync(default);
        var marks = await outbox.Marks.WaitForCountAsync(2);
        marks.Single(m => m.OutboxId == 1).Should().Match<OutboxMark>(m => !m.Sent && m.NextUtc != null);
        marks.Single(m => m.OutboxId == 2).Sent.Should().BeTrue("the rest goes over a new connection");

        await time.PassAsync(TimeSpan.FromMinutes(1));

        (await outbox.Marks.WaitForCountAsync(3))[2].Sent.Should().BeTrue();
        (await smtp!.WaitForMailsAsync(2)).Select(m => m.Recipient).Should().Equal("anna@example.com", "cut@example.com");
    }

    private async Task StartAsync(SmtpServerOptions? server = null, MailTlsMode mode = MailTlsMode.None)
    {
        smtp = await SmtpServer.StartAsync(server);
        (options.Port, options.TlsMode) = (smtp.Port, mode);
    }
}
