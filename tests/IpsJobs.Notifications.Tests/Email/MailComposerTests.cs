using System.Xml;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Messages;
using IpsJobs.Notifications.Email;
using IpsJobs.Notifications.Tests.Fakes;
using MimeKit;

namespace IpsJobs.Notifications.Tests.Email;

public sealed class MailComposerTests
{
    [Fact]
    public void Compose_NamesCompanyJobAndOutcome_InTheSubject()
    {
        var mail = Sent(Sample.Composer().Compose(Sample.Mail(), Sample.Report()));

        mail.Subject.Should().Be("[IPS] Sample Company: nightly_2026-08-21-08:59:18.000 – Completed");
    }

    [Fact]
    public void Compose_GivesTheSameIdentityAndDate_AtEveryAttempt()
    {
        var first = Sent(Sample.Composer().Compose(Sample.Mail(), Sample.Report()));
        var second = Sent(Sample.Composer().Compose(Sample.Mail() with { Attempts = 3 }, Sample.Report()));

        first.MessageId.Should().Be("mail-3@service.example").And.Be(second.MessageId);
        first.Date.Should().Be(SignallingTime.Epoch).And.Be(second.Date);
    }

    [Fact]
    public void Compose_MarksTheMailAsAutomatic_SoThatNobodyAnswersIt()
    {
        var mail = Sent(Sample.Composer().Compose(Sample.Mail(), Sample.Report()));

        mail.Headers["Auto-Submitted"].Should().Be("auto-generated");
        mail.Headers[HeaderId.ListId].Should().Be("IPS jobs <jobs.c47.service.example>");
    }

    [Fact]
    public void Compose_SaysAndListsWhatANoticeHolds_InText()
    {
        var mail = Sent(Sample.Composer().Compose(Sample.Mail(), NoticeSamples.Trash));

        mail.Subject.Should().Be("[IPS] Sample Company: Assets will soon be removed from the trash");
        mail.Headers[HeaderId.ListId].Should().Be("IPS notices <notices.c47.service.example>");
        var date = "Friday, August 21, 2026 9:00:00\u00A0AM (UTC-07:00, America/Los_Angeles)";
        mail.TextBody!.ReplaceLineEndings("\n").Should().Be(
            $"""
            Company: Sample Company
            Note: 1,203 assets will be removed from the trash for good, beginning after {date}. Restore what you want to keep.

            Assets in the trash

            * SampleCompany/shoes/boot.jpg: will be removed after {date}

            1,202 more assets are not shown here.

            -- 
            This message was sent automatically to the administrators of the company. Replies are not read.

            """);
    }

    [Fact]
    public void Compose_WritesFromTheConfiguredSender_ToTheOneRecipient()
    {
        var options = new MailOptions { From = "Image Production <ips@bücher.example>" };
        var mail = Sent(Sample.Composer(options).Compose(Sample.Mail(), Sample.Report()));

        mail.From.Mailboxes.Single().Name.Should().Be("Image Production");
        mail.To.Mailboxes.Single().Address.Should().Be("anna@example.com");
        mail.MessageId.Should().EndWith("@xn--bcher-kva.example");
    }

    [Fact]
    public void Compose_SummarisesTheJob_InTextAndHtml()
    {
        var counters = new JobCounters { FileSuccess = 3, FileWarning = 1, TotalFile = 4, TransferSuccess = 5 };
        var mail = Sent(Sample.Composer().Compose(Sample.Mail(), Sample.Report(Sample.Instance(counters: counters))));

        foreach (var expected in new[]
                 {
                     "Sample Company", "nightly", "UrlUpload", "anna@example.com", "0:00:42", "Completed", "47", "j|47||",
                     "Friday, August 21, 2026 8:59:18\u00A0AM (UTC-07:00, America/Los_Angeles)", "9:00:00\u00A0AM (UTC-07:00, America/Los_Angeles)",
                 })
        {
            mail.TextBody.Should().Contain(expected);
            mail.HtmlBody.Should().Contain(expected);
        }
        mail.TextBody.Should().Contain("Files succeeded: 3").And.Contain("Transfers succeeded: 5").And.Contain("Fatal error: no");
        mail.TextBody.Should().NotContain("Description").And.NotContain("Errors");
    }

    [Fact]
    public void Compose_SaysWhoStoppedIt_AndWhatTheEndRowRemarks()
    {
        var missing = new LocalizedMessage("Fault.JobTypeUnavailable", "VideoPublish");
        var remark = new AuxEntry(LogTypes.UploadWarning, missing, SignallingTime.Epoch);
        var end = new LogRow(LogTypes.EndUpload, new LocalizedMessage("Log.End.Stopped", "bob@example.com")) { Aux = [remark] };
        var mail = Sent(Sample.Composer().Compose(Sample.Mail(), Sample.Report(end: end)));

        mail.Subject.Should().EndWith("– Stopped by bob@example.com");
        mail.HtmlBody.Should().Contain("Stopped by <bdi>bob@example.com</bdi>");
        mail.TextBody.Should().Contain("Note: Job type 'VideoPublish' is not available on this server");
    }

    [Fact]
    public void Compose_ListsRowsWithTheirNotes_AndTellsHowManyAreOmitted()
    {
        var remark = new AuxEntry(LogTypes.UploadWarning, new LocalizedMessage("a font is missing"), SignallingTime.Epoch);
        var errors = new RowList([Sample.Error("picture", "no such file") with { Aux = [remark] }], Omitted: 7);
        var mail = Sent(Sample.Composer().Compose(Sample.Mail(), Sample.Report(errors: errors)));

        mail.TextBody!.ReplaceLineEndings("\n").Should()
            .Contain("Errors\n\n* picture: no such file\n  - a font is missing\n\n7 more rows are not shown here; see the job log.\n");
        mail.HtmlBody.Should().Contain("<b><bdi>picture</bdi></b>: no such file").And.Contain("7 more rows");
    }

    [Fact]
    public void Compose_KeepsEveryScript_InAllParts()
    {
        const string name = "größe 画像 😀 <x>";
        var mail = Sent(Sample.Composer().Compose(Sample.Mail(), Sample.Report(Sample.Instance(name))));

        mail.Subject.Should().Contain(name);
        mail.TextBody.Should().Contain(name);
        mail.HtmlBody.Should().Contain("größe 画像 😀 &lt;x&gt;");
        mail.BodyParts.OfType<TextPart>().Should().OnlyContain(p => p.ContentType.Charset == "utf-8").And.HaveCount(2);
        using var reader = XmlReader.Create(
            new StringReader(mail.HtmlBody), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        reader.Invoking(r => r.ReadToFollowing("none")).Should().NotThrow();
    }

    [Fact]
    public void Compose_LetsNoNameAddAHeader_WhenItHoldsALineBreak()
    {
        var report = Sample.Report() with { Company = Sample.Company with { Name = "x\r\nBcc: eve@example.com" } };
        var mail = Sent(Sample.Composer().Compose(Sample.Mail(), report));

        mail.Headers.Contains(HeaderId.Bcc).Should().BeFalse();
        mail.Bcc.Mailboxes.Should().BeEmpty();
    }

    [Fact]
    public void Compose_LeadsToTheConsole_WhenThePublicAddressIsKnown()
    {
        var with = Sent(Sample.Composer(publicUrl: "https://ips.example.com/").Compose(Sample.Mail(), Sample.Report()));
        var without = Sent(Sample.Composer().Compose(Sample.Mail(), Sample.Report()));

        with.HtmlBody.Should().Contain("href=\"https://ips.example.com/jobs/17\"");
        with.TextBody.Should().Contain("Open the job in the console: https://ips.example.com/jobs/17");
        without.HtmlBody.Should().NotContain("<a ");
    }

    [Fact]
    public void Compose_LinksTheDownload_AndTellsHowLongItLasts()
    {
        var download = DownloadMessage.Create("https://ips.example.com/scene7/export/abc", SignallingTime.Epoch.AddDays(7));
        var end = Sample.End with { Aux = [new AuxEntry(LogTypes.EndGet, download, SignallingTime.Epoch)] };
        var mail = Sent(Sample.Composer().Compose(Sample.Mail(), Sample.Report(end: end)));

        mail.HtmlBody.Should().Contain("href=\"https://ips.example.com/scene7/export/abc\"");
        mail.TextBody.Should().Contain("Download: https://ips.example.com/scene7/export/abc")
            .And.Contain("Available until: Friday, August 28, 2026 9:00:00").And.NotContain("Note:");
    }

    [Fact]
    public void Compose_NamesWhereAnswersGo_WhenTheyAreRead()
    {
        var read = Sent(Sample.Composer(new MailOptions { ReplyTo = "Images <images@example.com>" }).Compose(Sample.Mail(), Sample.Report()));
        var unread = Sent(Sample.Composer().Compose(Sample.Mail(), Sample.Report()));

        read.ReplyTo.Mailboxes.Single().Address.Should().Be("images@example.com");
        read.TextBody.Should().NotContain("Replies are not read");
        unread.ReplyTo.Count.Should().Be(0);
        unread.TextBody.Should().Contain("Replies are not read");
    }

    [Fact]
    public void Compose_KeepsANameFromRightToLeft_InItsPlace()
    {
        var errors = new RowList([Sample.Error("ملف.jpg", "Log.Upload.Empty") with
        {
            Message = new LocalizedMessage("Log.Upload.Empty", "ملف.jpg"),
        }], Omitted: 0);
        var mail = Sent(Sample.Composer().Compose(Sample.Mail(), Sample.Report(errors: errors)));

        mail.HtmlBody.Should().Contain("<b><bdi>ملف.jpg</bdi></b>: <bdi>ملف.jpg</bdi> was refused: the file is empty.");
        mail.TextBody.Should().Contain("\u2068ملف.jpg\u2069 was refused");
    }

    [Fact]
    public void Compose_KeepsTheTimeBehindAJobName_WhenTheNameIsFromRightToLeft()
    {
        var mail = Sent(Sample.Composer().Compose(Sample.Mail(), Sample.Report(Sample.Instance("مجموعة (2026)!"))));

        mail.HtmlBody.Should().Contain("<bdi>مجموعة (2026)!</bdi>_2026-08-21-08:59:18.000</h1>")
            .And.Contain("j|47||<bdi>مجموعة (2026)!</bdi>_2026-08-21-08:59:18.000|17</td>");
        mail.Subject.Should().Be("[IPS] Sample Company: \u2068مجموعة (2026)!\u2069_2026-08-21-08:59:18.000 – Completed");
    }

    [Fact]
    public void Compose_NamesTheHandle_WhenTheCompanyIsGone()
    {
        var mail = Sent(Sample.Composer().Compose(Sample.Mail(), Sample.Report() with { Company = null }));

        mail.Subject.Should().StartWith("[IPS] c|47: ");
    }

    [Fact]
    public void Compose_RefusesForGood_WhenTheRecipientIsNoAddress() =>
        Sample.Composer().Invoking(c => c.Compose(Sample.Mail("<>"), Sample.Report()))
            .Should().Throw<MailRefusedException>().Which.IsPermanent.Should().BeTrue();

    // What a reader gets: over the wire form and back.
    private static MimeMessage Sent(MimeMessage message)
    {
        message.Prepare(EncodingConstraint.SevenBit);
        using var wire = new MemoryStream();
        message.WriteTo(wire);
        wire.Position = 0;
        return MimeMessage.Load(wire);
    }
}
