using IpsJobs.Core.Accounts;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;

namespace IpsJobs.Soap.Operations.Jobs;

/// <summary>Users of an image portal other than its administrators see the logs of their own jobs only.</summary>
internal static class OwnLogs
{
    /// <summary>True when the caller's role in the company shows it nothing but its own logs.</summary>
    public static bool OnlyIn(int companyId, Account caller) =>
        caller.RoleIn(companyId) is UserRoles.ImagePortalUser or UserRoles.ImagePortalContrib or UserRoles.ImagePortalContribUser;

    public static bool MaySee(JobInstance instance, Account caller) =>
        instance.Definition.SubmitUserId == caller.User.UserId || !OnlyIn(instance.Definition.CompanyId, caller);
}
