using IpsJobs.Core.Outbox;
using IpsJobs.Notifications.Templates;
using MimeKit;
using MimeKit.Text;

namespace IpsJobs.Notifications.Email;

/// <summary>Makes the mail about an ended instance. The same row gives the same mail at every attempt.</summary>
public sealed class MailComposer(MailDocumentBuilder documents, MailEnvelope envelope)
{
    /// <exception cref="MailRefusedException">The recipient is no e-mail address.</exception>
    public MimeMessage Compose(OutboxItem item, JobReport report)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(report);
        var document = documents.Build(report, item.Locale);
        var message = envelope.Create(
            item.Target,
            item.Identity,
            item.CreatedUtc,
            document.Title,
            document.Language,
            MailEnvelope.Part(TextFormat.Plain, TextTemplate.Render(document)),
            MailEnvelope.Part(TextFormat.Html, HtmlTemplate.Render(document)));
        message.Headers.Add(HeaderId.ListId, $"IPS jobs <jobs.c{report.Instance.Definition.CompanyId}.{envelope.Domain}>");
        return message;
    }
}
