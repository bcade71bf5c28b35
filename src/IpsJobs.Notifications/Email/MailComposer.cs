using IpsJobs.Core.Outbox;
using IpsJobs.Notifications.Templates;
using MimeKit;
using MimeKit.Text;

namespace IpsJobs.Notifications.Email;

/// <summary>Makes the mail about an ended instance, or of a notice. The same row gives the same mail at every attempt.</summary>
public sealed class MailComposer(MailDocumentBuilder reports, NoticeDocumentBuilder notices, MailEnvelope envelope)
{
    /// <exception cref="MailRefusedException">The recipient is no e-mail address.</exception>
    public MimeMessage Compose(OutboxItem item, JobReport report)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(report);
        return Compose(item, reports.Build(report, item.Locale), "jobs", report.Instance.Definition.CompanyId);
    }

    /// <exception cref="MailRefusedException">The recipient is no e-mail address.</exception>
    public MimeMessage Compose(OutboxItem item, Notice notice)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(notice);
        return Compose(item, notices.Build(notice, item.Locale), "notices", notice.CompanyId);
    }

    private MimeMessage Compose(OutboxItem item, MailDocument document, string list, int companyId)
    {
        var message = envelope.Create(
            item.Target,
            item.Identity,
            item.CreatedUtc,
            document.Title,
            document.Language,
            MailEnvelope.Part(TextFormat.Plain, TextTemplate.Render(document)),
            MailEnvelope.Part(TextFormat.Html, HtmlTemplate.Render(document)));
        message.Headers.Add(HeaderId.ListId, $"IPS {list} <{list}.c{companyId}.{envelope.Domain}>");
        return message;
    }
}
