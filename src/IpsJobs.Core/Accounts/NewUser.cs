namespace IpsJobs.Core.Accounts;

/// <summary>A user to be added, as a request describes it.</summary>
public sealed record NewUser(UserDetails Details, string Password, IReadOnlyList<MembershipRequest> Memberships)
{
    /// <summary>Names the user only: a record's own form would print the password.</summary>
    public override string ToString() => Details.Email;
}
