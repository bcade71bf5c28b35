namespace IpsJobs.Notifications.Email;

/// <summary>A mail was refused while the connection is sound.</summary>
public sealed class MailRefusedException(string reason, bool isPermanent) : Exception(reason)
{
    /// <summary>True: the answer will be the same at every attempt.</summary>
    public bool IsPermanent { get; } = isPermanent;
}
