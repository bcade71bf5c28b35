using System.Globalization;
using MailKit;
using MailKit.Net.Smtp;
using MimeKit;

namespace IpsJobs.Notifications.Email;

/// <summary>One SMTP connection.</summary>
internal sealed class SmtpMailSession(SmtpClient client, TimeSpan timeout, TimeProvider time) : IMailSession
{
    private const int FirstPermanentStatus = 500;

    public bool IsOpen => client.IsConnected;

    public async Task SendAsync(MimeMessage message, CancellationToken cancellationToken)
    {
        try
        {
            await Deadline.RunAsync(token => client.SendAsync(message, token), timeout, time, cancellationToken);
        }
        catch (SmtpCommandException refused)
        {
            var status = ((int)refused.StatusCode).ToString(CultureInfo.InvariantCulture);
            throw new MailRefusedException($"SMTP {status} {refused.Message}", IsPermanent(refused));
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (client.IsConnected)
                await Deadline.RunAsync(QuitAsync, timeout, time, CancellationToken.None);
        }
        catch (Exception gone) when (gone is IOException or TimeoutException or ProtocolException)
        {
            // The mails are delivered; a server that hangs up without saying goodbye changes nothing.
        }
        finally
        {
            client.Dispose();
        }
    }

    private async Task<bool> QuitAsync(CancellationToken cancellationToken)
    {
        await client.DisconnectAsync(quit: true, cancellationToken);
        return true;
    }

    // A refused sender is a matter of our own settings, which the operator may repair within the day.
    private static bool IsPermanent(SmtpCommandException refused) =>
        (int)refused.StatusCode >= FirstPermanentStatus
        && refused.ErrorCode is (SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted);
}
