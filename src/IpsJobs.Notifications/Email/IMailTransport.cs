namespace IpsJobs.Notifications.Email;

/// <summary>A way for mail to leave the server.</summary>
public interface IMailTransport
{
    /// <summary>Opens what a batch of mails needs. Any exception means that no mail can leave now.</summary>
    Task<IMailSession> OpenAsync(CancellationToken cancellationToken);
}
