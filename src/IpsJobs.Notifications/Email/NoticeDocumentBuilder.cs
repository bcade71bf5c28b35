using IpsJobs.Core.Configuration;
using IpsJobs.Core.Messages;
using IpsJobs.Core.Outbox;
using IpsJobs.Notifications.Localization;
using IpsJobs.Notifications.Templates;
using Microsoft.Extensions.Options;

namespace IpsJobs.Notifications.Email;

/// <summary>Puts a notice into words of one language.</summary>
public sealed class NoticeDocumentBuilder(
    IMessageRenderer renderer, TextLanguages languages, ServerClock clock, IOptions<MailOptions> mail)
{
    public MailDocument Build(Notice notice, string? locale)
    {
        ArgumentNullException.ThrowIfNull(notice);
        var words = new MailWords(renderer, languages.Of(locale), clock.Zone, locale);
        var company = MailWords.Name(notice.CompanyName);
        var heading = words.Text(notice.Heading);
        return new MailDocument
        {
            Language = words.Tag,
            Title = $"[IPS] {company}: {heading}",
            Company = company,
            Heading = heading,
            Outcome = "",
            Tone = MailTone.Doubtful,
            Separator = words.Text("Mail.Separator"),
            Summary = [new MailFact(words.Text("Mail.Company"), company), new MailFact(words.Text("Mail.Note"), words.Text(notice.Text))],
            Counters = [],
            Sections = notice.List is { } list ? [Section(list, words)] : [],
            Footer = words.Text(mail.Value.ReplyTo.Length > 0 ? "Mail.Notice.AutomaticWithReply" : "Mail.Notice.Automatic"),
        };
    }

    private static MailSection Section(NoticeList list, MailWords words) => new(
        words.Text(list.Heading),
        [.. list.Lines.Select(line => new MailLine(MailWords.Name(line.Name), words.Text(line.Text), Notes: []))],
        list.Omitted is { } omitted ? words.Text(omitted) : null);
}
