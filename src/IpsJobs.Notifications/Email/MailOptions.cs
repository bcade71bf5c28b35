namespace IpsJobs.Notifications.Email;

/// <summary>How mail leaves the server (section <c>Mail</c>).</summary>
public sealed class MailOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Mail";

    /// <summary>SMTP host; empty writes mail as <c>.eml</c> files into the data folder.</summary>
    public string Host { get; set; } = "";

    /// <summary>0 takes the usual port of <see cref="TlsMode"/>: 465, 587 or 25.</summary>
    public int Port { get; set; }

    /// <summary>Empty logs in nowhere.</summary>
    public string User { get; set; } = "";

    public string Password { get; set; } = "";

    public MailTlsMode TlsMode { get; set; }

    /// <summary>Sender, with or without a display name; empty means the system address of the server.</summary>
    public string From { get; set; } = "";

    /// <summary>Where answers go; empty sends no such header, and the mail then says that nobody reads them.</summary>
    public string ReplyTo { get; set; } = "";

    /// <summary>PEM file with certificate authorities that are trusted besides those of the machine; empty for none.</summary>
    public string CaFile { get; set; } = "";

    /// <summary>Longest time for connecting and logging in, and again for each mail.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>The port to connect to.</summary>
    public int EffectivePort => (Port, TlsMode) switch
    {
        ( > 0, _) => Port,
        (_, MailTlsMode.Implicit) => 465,
        (_, MailTlsMode.StartTls) => 587,
        _ => 25,
    };
}
