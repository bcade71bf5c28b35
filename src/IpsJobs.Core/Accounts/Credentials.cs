namespace IpsJobs.Core.Accounts;

/// <summary>What a caller presents; never logged.</summary>
public sealed record Credentials(string Email, string Password)
{
    /// <summary>Names the user only: a record's own form would print the password.</summary>
    public override string ToString() => Email;
}
