using System.Collections.Frozen;

namespace IpsJobs.Core.Constants;

/// <summary>What getUsers can filter by the beginning or the end of.</summary>
public static class UserCharFilterFields
{
    public const string None = "None";
    public const string FirstName = "FirstName";
    public const string LastName = "LastName";
    public const string Email = "Email";
    public const string StartsWith = "StartsWith";
    public const string EndsWith = "EndsWith";

    public static FrozenSet<string> All { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        [
            None, FirstName, LastName, Email, StartsWith, EndsWith,
        ]);
}
