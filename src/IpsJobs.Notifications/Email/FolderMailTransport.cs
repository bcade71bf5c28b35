using IpsJobs.Core.Files;

namespace IpsJobs.Notifications.Email;

/// <summary>Writes every mail as an <c>.eml</c> file, so that a server without SMTP host still shows what it would send.</summary>
public sealed class FolderMailTransport(DataFolder data) : IMailTransport
{
    public Task<IMailSession> OpenAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(data.Mail);
        return Task.FromResult<IMailSession>(new FolderMailSession(data.Mail));
    }
}
