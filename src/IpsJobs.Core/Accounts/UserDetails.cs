namespace IpsJobs.Core.Accounts;

/// <summary>What a request says of a user, besides the password.</summary>
public sealed record UserDetails(string FirstName, string LastName, string Email, bool IsValid)
{
    /// <summary>Null: not said, because older versions say it with <see cref="DefaultRole"/>.</summary>
    public bool? IsIpsAdmin { get; init; }

    /// <summary>Role in every company of the user, or IpsAdmin; null: not said.</summary>
    public string? DefaultRole { get; init; }

    public DateTimeOffset? PasswordExpiresUtc { get; init; }
}
