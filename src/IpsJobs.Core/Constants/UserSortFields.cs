using System.Collections.Frozen;

namespace IpsJobs.Core.Constants;

/// <summary>What getUsers can sort by.</summary>
public static class UserSortFields
{
    public const string None = "None";
    public const string FirstName = "FirstName";
    public const string LastName = "LastName";
    public const string Email = "Email";
    public const string Role = "Role";
    public const string Valid = "Valid";
    public const string PasswordExpiration = "PasswordExpiration";

    public static FrozenSet<string> All { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        [
            None, FirstName, LastName, Email, Role, Valid, PasswordExpiration,
        ]);
}
