using IpsJobs.Core.Configuration;
using IpsJobs.Notifications.Templates;
using Microsoft.Extensions.Options;
using MimeKit;
using MimeKit.Text;

namespace IpsJobs.Notifications.Email;

/// <summary>What all mails of this server have in common: sender, identity, and the marks of an automatic message.</summary>
public sealed class MailEnvelope(ServerClock clock, IOptions<MailOptions> mail, IOptions<ServerOptions> server)
{
    /// <summary>Domain of the sender, in its form for the wire.</summary>
    public string Domain => DomainOf(Sender());

    /// <param name="recipient">E-mail address.</param>
    /// <param name="identity">Stable identity, for the Message-ID.</param>
    /// <param name="createdUtc">When the reason for the mail came up.</param>
    /// <param name="subject">Subject line.</param>
    /// <param name="language">Language tag of the texts.</param>
    /// <param name="parts">Text and HTML.</param>
    /// <exception cref="MailRefusedException">The recipient is no e-mail address.</exception>
    public MimeMessage Create(
        string recipient, string identity, DateTimeOffset createdUtc, string subject, string language, params MimeEntity[] parts)
    {
        var message = new MimeMessage
        {
            Subject = OneLine(Isolation.ToPlain(subject)),
            Date = TimeZoneInfo.ConvertTime(createdUtc, clock.Zone),
            MessageId = $"{Uri.EscapeDataString(identity)}@{Domain}",
            Body = parts is [var only] ? only : new MultipartAlternative(parts),
        };
        message.From.Add(Sender());
        message.To.Add(Recipient(recipient));
        if (mail.Value.ReplyTo.Length > 0)
            message.ReplyTo.Add(MailboxAddress.Parse(mail.Value.ReplyTo));
        AddMarks(message.Headers, language);
        return message;
    }

    /// <summary>A part in UTF-8.</summary>
    public static TextPart Part(TextFormat format, string text)
    {
        var part = new TextPart(format);
        part.SetText(System.Text.Encoding.UTF8, text);
        return part;
    }

    // Out-of-office programs answer what looks like a person; robots are left alone. The second header is for Exchange.
    private static void AddMarks(HeaderList headers, string language)
    {
        headers.Add("Auto-Submitted", "auto-generated");
        headers.Add("X-Auto-Response-Suppress", "All");
        headers.Add(HeaderId.ContentLanguage, language);
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

    private static string OneLine(string text) => new([.. text.Select(c => char.IsControl(c) ? ' ' : c)]);
}
