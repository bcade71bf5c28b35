using IpsJobs.Core.Configuration;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;

namespace IpsJobs.Notifications.Email;

/// <summary>Sends through an SMTP server.</summary>
public sealed class SmtpMailTransport(IOptions<MailOptions> options, ServerClock clock) : IMailTransport
{
    public async Task<IMailSession> OpenAsync(CancellationToken cancellationToken)
    {
        var client = new SmtpClient();
        try
        {
            return await Deadline.RunAsync(token => ConnectAsync(client, token), options.Value.Timeout, clock.Time, cancellationToken);
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    private async Task<IMailSession> ConnectAsync(SmtpClient client, CancellationToken cancellationToken)
    {
        var mail = options.Value;
        if (mail.CaFile.Length > 0)
            client.ServerCertificateValidationCallback = new TrustedAuthorities(mail.CaFile).Accepts;
        await client.ConnectAsync(mail.Host, mail.EffectivePort, Security(mail.TlsMode), cancellationToken);
        if (mail.User.Length > 0)
            await client.AuthenticateAsync(mail.User, mail.Password, cancellationToken);
        return new SmtpMailSession(client, mail.Timeout, clock.Time);
    }

    private static SecureSocketOptions Security(MailTlsMode mode) => mode switch
    {
        MailTlsMode.None => SecureSocketOptions.None,
        MailTlsMode.StartTls => SecureSocketOptions.StartTls,
        MailTlsMode.Implicit => SecureSocketOptions.SslOnConnect,
        _ => SecureSocketOptions.StartTlsWhenAvailable,
    };
}
