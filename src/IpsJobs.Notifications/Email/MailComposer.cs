using IpsJobs.Core.Configuration;
using IpsJobs.Core.Outbox;
using IpsJobs.Notifications.Templates;
using Microsoft.Extensions.Options;
using MimeKit;
using MimeKit.Text;

namespace IpsJobs.Notifications.Email;

/// <summary>Makes the mail about an ended instance. The same row gives the same mail at every attempt.</summary>
public sealed class MailComposer(
    MailDocumentBuilder documents, ServerClock clock, IOptions<MailOptions> mail, IOptions<ServerOptions> server)
{
    /// <exception cref="MailRefusedException">The recipient is no e-mail address.</exception>
    public MimeMessage Compose(OutboxItem item, JobReport report)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(report);
        var document = documents.Build(report, item.Locale);
        var sender = Sender();
        var domain = DomainOf(sender);
        var message = new MimeMessage
        {
            Subject = OneLine(document.Title),
            Date = TimeZoneInfo.ConvertTime(item.CreatedUtc, clock.Zone),
            MessageId = $"{Uri.EscapeDataString(item.Identity)}@{domain}",
            Body = new MultipartAlternative(
                Part(TextFormat.Plain, TextTemplate.Render(document)),
                Part(TextFormat.Html, HtmlTemplate.Render(document))),
        };
        message.From.Add(sender);
        message.To.Add(Recipient(item.Target));
        AddMarks(message.Headers, report, domain);
        return message;
    }

    // Out-of-office programs answer what looks like a person; lists and robots are left alone.
    private static void AddMarks(HeaderList headers, JobReport report, string domain)
    {
        headers.Add("Auto-Submitted", "auto-generated");
        headers.Add(HeaderId.ListId, $"IPS jobs <jobs.c{report.Instance.Definition.CompanyId}.{domain}>");
    }

    private MailboxAddress Sender() =>
        MailboxAddress.Parse(mail.Value.From is { Length: > 0 } from ? from : server.Value.SystemAddress);

    private static MailboxAddress Recipient(string address) => MailboxAddress.TryParse(address, out var mailbox)
        ? mailbox
        : throw new MailRefusedException("The recipient is no e-mail address", isPermanent: true);

    private static string DomainOf(MailboxAddress address)
    {
        var encoded = address.GetAddress(idnEncode: true);
        return encoded[(encoded.LastIndexOf('@') + 1)..];
    }

    private static TextPart Part(TextFormat format, string text)
    {
        var part = new TextPart(format);
        part.SetText(System.Text.Encoding.UTF8, text);
        return part;
    }

    private static string OneLine(string text) => new([.. text.Select(c => char.IsControl(c) ? ' ' : c)]);
}
