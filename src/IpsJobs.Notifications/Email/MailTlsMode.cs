namespace IpsJobs.Notifications.Email;

/// <summary>How the connection to the mail server is protected.</summary>
public enum MailTlsMode
{
    /// <summary>STARTTLS if the server offers it.</summary>
    WhenAvailable = 0,

    /// <summary>No TLS.</summary>
    None = 1,

    /// <summary>STARTTLS, or no mail.</summary>
    StartTls = 2,

    /// <summary>TLS from the first byte.</summary>
    Implicit = 3,
}
