using IpsJobs.Core.Constants;
using IpsJobs.Notifications.Email;
using IpsJobs.Notifications.Tests.Fakes;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace IpsJobs.Notifications.Tests.Email;

public sealed class MailSenderTests : IDisposable
{
    private readonly FakeSmtpServer smtp = new();
    private readonly SignallingTime time = new();
    private readonly FakeOutbox outbox;
    private readonly FakeJobQueries queries = new();
    private readonly MailSender sender;

    public MailSenderTests()
    {
        outbox = new FakeOutbox(time);
        queries.Instances.Add(Sample.Instance());
        queries.Rows.Add(Sample.End);
        var mail = new MailOptions { Host = "127.0.0.1", Port = smtp.Port, TlsMode = MailTlsMode.None, Timeout = TimeSpan.FromSeconds(7) };
        sender = new MailSender(
            outbox,
            new SmtpMailTransport(Options.Create(mail), Sample.Clock(time)),
            new JobReportReader(queries, Sample.Accounts()),
            Sample.Composer(),
            Sample.Clock(time),
            NullLogger<MailSender>.Instance);
    }

    [Fact]
    public async Task Sender_SendsWhatWaits_OverOneConnection()
    {
        foreach (var name in new[] { "anna", "bob", "carl" })
            outbox.Add(name + "@example.com", EmailSettings.All);

        await sender.StartAsync(default);

        (await outbox.Marks.WaitForCountAsync(3)).Should().OnlyContain(m => m.Sent);
        smtp.Mails.All.Select(m => m.Recipient).Should().Equal("anna@example.com", "bob@example.com", "carl@example.com");
        smtp.Connections.Should().Be(1);
    }

    [Fact]
    public async Task Sender_SendsANotice_ThoughNoInstanceBelongsToIt()
    {
        outbox.Add("anna@example.com", instanceId: 0, notice: NoticeSamples.Trash);

        await sender.StartAsync(default);

        (await outbox.Marks.WaitForCountAsync(1)).Single().Sent.Should().BeTrue();
    }

    [Fact]
    public async Task Sender_WakesUp_WhenAMailArrives()
    {
        await sender.StartAsync(default);
        await time.PassAsync(TimeSpan.FromMinutes(1));

        outbox.Add("anna@example.com", EmailSettings.All);

        (await outbox.Marks.WaitForCountAsync(1)).Single().Sent.Should().BeTrue();
    }

    [Fact]
    public async Task Sender_TriesAgain_AfterTheServerPutItOff()
    {
        smtp.OnRecipient = _ => "451 Greylisted";
        outbox.Add("anna@example.com", EmailSettings.All);
        await sender.StartAsync(default);
        (await outbox.Marks.WaitForCountAsync(1))[0].NextUtc.Should().Be(SignallingTime.Epoch.AddMinutes(1));

        smtp.OnRecipient = _ => "250 OK";
        await time.PassAsync(TimeSpan.FromMinutes(1));

        (await outbox.Marks.WaitForCountAsync(2))[1].Sent.Should().BeTrue();
        smtp.Mails.All.Should().ContainSingle();
    }

    [Fact]
    public async Task Sender_TriesForADayWithGrowingPauses_AndThenGivesUp()
    {
        var attempts = new List<TimeSpan>();
        smtp.OnRecipient = _ =>
        {
            attempts.Add(time.GetUtcNow() - SignallingTime.Epoch);
            return "451 Greylisted";
        };
        outbox.Add("anna@example.com", EmailSettings.All);
        await sender.StartAsync(default);

        // The sender looks at least once a minute; the first such wait ends at once, because the mail's arrival is still to be heard.
        for (var minute = 1; minute <= 25 * 60 && outbox.Marks.All is not [.., { NextUtc: null }]; minute++)
            await time.PassAsync(TimeSpan.FromMinutes(1), minute + 1);

        outbox.Marks.All.Should().HaveCount(10).And.OnlyContain(m => !m.Sent && m.Reason!.StartsWith("SMTP 451"));
        outbox.Marks.All[^1].NextUtc.Should().BeNull();
        attempts.Should().HaveCount(10);
        attempts[1].Should().BeLessThan(TimeSpan.FromMinutes(3));
        attempts[^1].Should().BeCloseTo(TimeSpan.FromHours(24), TimeSpan.FromMinutes(30));
    }

    [Fact]
    public async Task Sender_MarksTheMailThatHasLeft_WhenItIsStopped()
    {
        var hanging = new TaskCompletionSource();
        smtp.OnRecipient = r =>
        {
            if (!r.StartsWith("bob", StringComparison.Ordinal))
                return "250 OK";
            hanging.SetResult();
            return "";
        };
        outbox.Add("anna@example.com", EmailSettings.All);
        outbox.Add("bob@example.com", EmailSettings.All);
        await sender.StartAsync(default);
        await hanging.Task;

        await sender.StopAsync(default);

        outbox.Marks.All.Should().ContainSingle().Which.Should().Match<OutboxMark>(m => m.OutboxId == 1 && m.Sent);
    }

    [Fact]
    public async Task Sender_GivesUp_AfterTheLastAttempt()
    {
        smtp.OnRecipient = _ => "451 Greylisted";
        outbox.Add("anna@example.com", EmailSettings.All, attempts: 9);

        await sender.StartAsync(default);

        (await outbox.Marks.WaitForCountAsync(1))[0].Should().Match<OutboxMark>(m => !m.Sent && m.NextUtc == null);
    }

    [Fact]
    public async Task Sender_GivesUpAtOnce_WhenTheRecipientDoesNotExist_AndSendsTheOthers()
    {
        smtp.OnRecipient = r => r.StartsWith("anna", StringComparison.Ordinal) ? "550 No such user" : "250 OK";
        outbox.Add("anna@example.com", EmailSettings.All);
        outbox.Add("bob@example.com", EmailSettings.All);

        await sender.StartAsync(default);

        var marks = await outbox.Marks.WaitForCountAsync(2);
        marks[0].Should().Match<OutboxMark>(m => !m.Sent && m.NextUtc == null && m.Reason!.StartsWith("SMTP 550"));
        marks[1].Sent.Should().BeTrue();
    }

    [Fact]
    public async Task Sender_SendsTheRestOverANewConnection_WhenTheLineIsCut()
    {
        smtp.OnMail = m => m.Recipient.StartsWith("anna", StringComparison.Ordinal) ? null : "250 OK";
        outbox.Add("anna@example.com", EmailSettings.All);
        outbox.Add("bob@example.com", EmailSettings.All);

        await sender.StartAsync(default);

        var marks = await outbox.Marks.WaitForCountAsync(2);
        marks[0].Should().Match<OutboxMark>(m => m.OutboxId == 1 && !m.Sent && m.NextUtc != null);
        marks[1].Should().Match<OutboxMark>(m => m.OutboxId == 2 && m.Sent);
        smtp.Connections.Should().Be(2);
    }

    [Fact]
    public async Task Sender_CountsAnAttempt_WhenTheServerIsAway()
    {
        smtp.Close();
        outbox.Add("anna@example.com", EmailSettings.All, attempts: 1);

        await sender.StartAsync(default);

        (await outbox.Marks.WaitForCountAsync(1))[0].NextUtc.Should().Be(SignallingTime.Epoch.AddMinutes(5));
    }

    [Fact]
    public async Task Sender_NotesAShortReason_WhenTheServerTalksALot()
    {
        smtp.OnRecipient = _ => "550-" + new string('x', 150) + "\r\n550 " + new string('y', 150);
        outbox.Add("anna@example.com", EmailSettings.All);

        await sender.StartAsync(default);

        (await outbox.Marks.WaitForCountAsync(1))[0].Reason.Should().HaveLength(200).And.NotContainAny("\r", "\n");
    }

    [Fact]
    public async Task Sender_GivesUp_WhenTheJobIsGone()
    {
        outbox.Add("anna@example.com", EmailSettings.All, instanceId: 99);

        await sender.StartAsync(default);

        (await outbox.Marks.WaitForCountAsync(1))[0].Should().Match<OutboxMark>(m => !m.Sent && m.NextUtc == null);
    }

    [Fact]
    public async Task Sender_GoesOn_AfterTheDatabaseWasAway()
    {
        outbox.ListFailures = 1;
        outbox.Add("anna@example.com", EmailSettings.All);
        await sender.StartAsync(default);

        await time.PassAsync(TimeSpan.FromSeconds(10));

        (await outbox.Marks.WaitForCountAsync(1))[0].Sent.Should().BeTrue();
    }

    [Fact]
    public async Task Sender_SendsAgainWithTheSameIdentity_WhenItCouldNotNoteTheFirstTime()
    {
        outbox.MarkFailures = 1;
        outbox.Add("anna@example.com", EmailSettings.All);
        await sender.StartAsync(default);

        await time.PassAsync(TimeSpan.FromSeconds(10));

        await outbox.Marks.WaitForCountAsync(1);
        smtp.Mails.All.Should().HaveCount(2);
        smtp.Mails.All.Select(m => m.Parse().MessageId).Distinct().Should().ContainSingle();
    }

    public void Dispose()
    {
        sender.StopAsync(default).GetAwaiter().GetResult();
        sender.Dispose();
        smtp.Dispose();
    }
}
