using IpsJobs.Core.Configuration;
using IpsJobs.Core.Messages;
using IpsJobs.Notifications.Localization;
using MimeKit.Text;

namespace IpsJobs.Notifications.Email;

/// <summary>Sends a mail that says only that mail arrives, by the same way as all others.</summary>
public sealed class MailProbe(
    IMailTransport transport, MailEnvelope envelope, IMessageRenderer renderer, TextLanguages languages, ServerClock clock)
{
    /// <summary>Returns when the other side has taken responsibility for the mail.</summary>
    /// <param name="recipient">E-mail address.</param>
    /// <param name="locale">Language; null means the server's default.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="MailRefusedException">It was refused.</exception>
    public async Task SendAsync(string recipient, string? locale, CancellationToken cancellationToken)
    {
        var message = envelope.Create(
            recipient,
            Guid.NewGuid().ToString("N"),
            clock.UtcNow,
            renderer.Render(new LocalizedMessage("Mail.Test.Subject"), locale),
            languages.Of(locale).Tag,
            MailEnvelope.Part(TextFormat.Plain, renderer.Render(new LocalizedMessage("Mail.Test.Text"), locale) + "\n"));
        await using var session = await transport.OpenAsync(cancellationToken);
        await session.SendAsync(message, cancellationToken);
    }
}
