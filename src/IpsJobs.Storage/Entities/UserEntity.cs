using IpsJobs.Core.Accounts;

namespace IpsJobs.Storage.Entities;

/// <summary>A user.</summary>
internal sealed class UserEntity
{
    public int UserId { get; set; }

    public string Email { get; set; } = "";

    /// <summary>E-mail in upper case, which is what must be unique.</summary>
    public string EmailKey { get; set; } = "";

    public string FirstName { get; set; } = "";

    public string LastName { get; set; } = "";

    public string PasswordHash { get; set; } = "";

    public bool IsValid { get; set; }

    public bool IsIpsAdmin { get; set; }

    public DateTimeOffset? PasswordExpiresUtc { get; set; }

    public User ToRecord() => new()
    {
        UserId = UserId,
        Email = Email,
        FirstName = FirstName,
        LastName = LastName,
        PasswordHash = PasswordHash,
        IsValid = IsValid,
        IsIpsAdmin = IsIpsAdmin,
        PasswordExpiresUtc = PasswordExpiresUtc,
    };
}
