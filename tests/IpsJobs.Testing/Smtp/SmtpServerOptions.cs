namespace IpsJobs.Testing.Smtp;

/// <summary>What a mail server asks of senders.</summary>
public sealed record SmtpServerOptions
{
    /// <summary><c>none</c>, <c>starttls</c> or <c>implicit</c>.</summary>
    public string Tls { get; init; } = "none";

    /// <summary><c>user:password</c>; null asks for none.</summary>
    public string? Login { get; init; }

    /// <summary>False to throw mails away, where only their number counts.</summary>
    public bool KeepsMails { get; init; } = true;
}
