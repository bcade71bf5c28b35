using IpsJobs.Core.Outbox;
using MimeKit;

namespace IpsJobs.Notifications.Email;

/// <summary>A row with its mail, or with the reason why there is none.</summary>
/// <param name="Item">The row.</param>
/// <param name="Message">Null when it could not be made.</param>
/// <param name="Failure">Null when it could.</param>
internal sealed record PreparedMail(OutboxItem Item, MimeMessage? Message, Exception? Failure);
