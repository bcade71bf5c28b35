using MimeKit;

namespace IpsJobs.Notifications.Email;

/// <summary>An open transport, for one batch of mails in sequence.</summary>
public interface IMailSession : IAsyncDisposable
{
    /// <summary>False once the connection is lost; mails not sent yet need a new session.</summary>
    bool IsOpen { get; }

    /// <summary>Returns when the other side has taken responsibility for the mail.</summary>
    /// <exception cref="MailRefusedException">This mail was refused; the session goes on.</exception>
    Task SendAsync(MimeMessage message, CancellationToken cancellationToken);
}
