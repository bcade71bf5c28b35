using IpsJobs.Core.Constants;

namespace IpsJobs.Core.Accounts;

/// <summary>A user together with all memberships.</summary>
public sealed record Account(User User, IReadOnlyList<Membership> Memberships)
{
    /// <summary>The role in <paramref name="companyId"/>: IpsAdmin for a system administrator, null when there is no active membership.</summary>
    public string? RoleIn(int companyId) => User.IsIpsAdmin
        ? UserRoles.IpsAdmin
        : Memberships.FirstOrDefault(m => m.CompanyId == companyId && m.IsActive)?.Role;

    /// <summary>True for a member whose membership is active; an IpsAdmin belongs to every company.</summary>
    public bool IsActiveIn(int companyId) => RoleIn(companyId) is not null;

    /// <summary>The one role that versions without memberships show: IpsAdmin, or that of the first company.</summary>
    public string DefaultRole => ActiveRoles.FirstOrDefault() ?? UserRoles.IpsUser;

    /// <summary>Every role that counts in some company.</summary>
    public IEnumerable<string> ActiveRoles => User.IsIpsAdmin
        ? [UserRoles.IpsAdmin]
        : Memberships.Where(m => m.IsActive).Select(m => m.Role);
}
