using IpsJobs.Core.Handles;

namespace IpsJobs.Core.Accounts;

/// <summary>A person or program that may log in.</summary>
public sealed record User
{
    public required int UserId { get; init; }

    public required string Email { get; init; }

    public required string FirstName { get; init; }

    public required string LastName { get; init; }

    /// <summary>Self-describing hash, see <see cref="PasswordHash"/>.</summary>
    public required string PasswordHash { get; init; }

    /// <summary>False locks the account out (fault 10002).</summary>
    public bool IsValid { get; init; } = true;

    /// <summary>System-wide administrator; needs no membership.</summary>
    public bool IsIpsAdmin { get; init; }

    /// <summary>The password no longer counts after this instant (fault 10002); null means never.</summary>
    public DateTimeOffset? PasswordExpiresUtc { get; init; }

    public UserHandle Handle => new(UserId, Email);
}
