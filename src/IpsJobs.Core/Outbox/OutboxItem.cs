namespace IpsJobs.Core.Outbox;

/// <summary>A mail or notification waiting to be sent.</summary>
/// <param name="OutboxId">Row number; part of the stable Message-ID and notification id.</param>
/// <param name="InstanceId">The instance it speaks of; 0 for a mail with a <see cref="Notice"/>.</param>
/// <param name="Identity">Stable identity that is sent along with every attempt.</param>
/// <param name="Target">E-mail address or URL.</param>
/// <param name="EmailSetting">Of a mail; empty for a notification.</param>
/// <param name="Locale">Of a mail; null means the server's default.</param>
/// <param name="Attempts">Attempts made so far.</param>
/// <param name="CreatedUtc">When the instance ended, or the reason for the notice came up.</param>
public sealed record OutboxItem(
    long OutboxId, long InstanceId, string Identity, string Target, string EmailSetting, string? Locale, int Attempts, DateTimeOffset CreatedUtc)
{
    /// <summary>What the mail says; null when it reports an instance.</summary>
    public Notice? Notice { get; init; }
}
