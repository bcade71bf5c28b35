namespace IpsJobs.Core.Outbox;

/// <summary>A mail that is due because an instance ended; its text is made from the job log when it is sent.</summary>
/// <param name="Recipient">E-mail address.</param>
/// <param name="EmailSetting">A constant of <see cref="Constants.EmailSettings"/>; decides which rows the mail lists.</param>
/// <param name="Locale">Language; null means the server's default.</param>
public sealed record NewMail(string Recipient, string EmailSetting, string? Locale);
