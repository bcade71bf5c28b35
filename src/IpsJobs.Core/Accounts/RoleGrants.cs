using IpsJobs.Core.Constants;
using IpsJobs.Core.Faults;

namespace IpsJobs.Core.Accounts;

/// <summary>Which roles an administrator may give and take: none that reaches further than the administrator's own.</summary>
public static class RoleGrants
{
    private static readonly string[] Trial = [UserRoles.TrialSiteAdmin, UserRoles.TrialSiteUser];

    private static readonly string[] Portal =
    [
        UserRoles.ImagePortalAdmin, UserRoles.ImagePortalUser, UserRoles.ImagePortalContrib, UserRoles.ImagePortalContribUser,
    ];

    public static bool Allows(Account caller, int companyId, string role)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return caller.User.IsIpsAdmin || caller.RoleIn(companyId) switch
        {
            UserRoles.IpsAdmin or UserRoles.IpsCompanyAdmin => role != UserRoles.IpsAdmin,
            UserRoles.TrialSiteAdmin => Trial.Contains(role),
            UserRoles.ImagePortalAdmin => Portal.Contains(role),
            _ => false,
        };
    }

    /// <exception cref="RuleViolationException">20005: the caller may not give, or take, the role in that company.</exception>
    public static void Require(RequestContext request, int companyId, string role)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!Allows(request.Caller, companyId, role))
            throw Violations.IllegalParameterValue(request.Email, "role");
    }
}
