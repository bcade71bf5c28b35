namespace IpsJobs.Core.Configuration;

/// <summary>Rules for logins and passwords (section <c>Accounts</c>).</summary>
public sealed class AccountOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Accounts";

    /// <summary>Failed logins of one user from one address after which further ones are refused unseen; 0 turns the rule off.</summary>
    public int MaxLoginFailures { get; set; } = 10;

    /// <summary>How long they are refused, and how long a failure is remembered.</summary>
    public TimeSpan LoginPause { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>Shortest password that the API accepts, in characters.</summary>
    public int MinPasswordLength { get; set; } = 8;

    /// <summary>A password must have lower-case and upper-case letters, digits and special characters.</summary>
    public bool MixedPasswords { get; set; } = true;
}
