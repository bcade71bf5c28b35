using IpsJobs.Core.Constants;
using IpsJobs.Core.Faults;
using IpsJobs.Core.Handles;

namespace IpsJobs.Core.Accounts;

/// <summary>For whom a request may act, and of whom it may read.</summary>
public sealed class UserAccess(IAccountDirectory accounts)
{
    private static readonly string[] CompanyAdmins = [UserRoles.IpsCompanyAdmin, UserRoles.TrialSiteAdmin, UserRoles.ImagePortalAdmin];

    /// <summary>The account the request acts for: the one of the handle, or the caller when there is none.</summary>
    /// <param name="request">Who calls.</param>
    /// <param name="company">Company of the request; null when it has none, then a shared company is needed.</param>
    /// <param name="userHandle">Handle as given; null or empty names the caller.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <exception cref="RuleViolationException">20001 unknown handle, 20002 locked account, 20004 caller is no administrator
    /// (or the target is an IpsAdmin and the caller is not), 20007 target is no active member.</exception>
    public async Task<Account> RequireActingUserAsync(
        RequestContext request, Company? company, string? userHandle, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(userHandle))
            return request.Caller;
        var target = await RequireKnownUserAsync(request, userHandle, cancellationToken);
        if (target.User.UserId == request.Caller.User.UserId)
            return request.Caller;
        if (!target.User.IsValid)
            throw Violations.InvalidTargetUser(target.User.Email);
        if (!MayActFor(request.Caller, target, company))
            throw Violations.NoImpersonation(request.Email, target.User.Email);
        if (company is not null ? !target.IsActiveIn(company.CompanyId) : !Shares(request.Caller, target))
            throw Violations.IllegalTargetUser(target.User.Email, company?.Handle.ToString(HandleForm.D2) ?? "*");
        return target;
    }

    /// <summary>The account of a handle that only filters or is looked up, without acting for it.</summary>
    /// <exception cref="RuleViolationException">20001: unparsable, unknown, or id and e-mail disagree.</exception>
    public async Task<Account> RequireKnownUserAsync(RequestContext request, string userHandle, CancellationToken cancellationToken)
    {
        if (!UserHandle.TryParse(userHandle, out var handle))
            throw Violations.InvalidUserHandle(userHandle);
        var account = await accounts.FindAccountAsync(handle.UserId, cancellationToken);
        return account is not null && string.Equals(account.User.Email, handle.Email, StringComparison.OrdinalIgnoreCase)
            ? account
            : throw Violations.InvalidUserHandle(userHandle);
    }

    private static bool MayActFor(Account caller, Account target, Company? company)
    {
        if (caller.User.IsIpsAdmin)
            return true;
        if (target.User.IsIpsAdmin)
            return false;
        return company is not null
            ? CompanyAdmins.Contains(caller.RoleIn(company.CompanyId))
            : caller.Memberships.Any(m => m.IsActive && CompanyAdmins.Contains(m.Role) && target.IsActiveIn(m.CompanyId));
    }

    private static bool Shares(Account caller, Account target) =>
        caller.User.IsIpsAdmin || caller.Memberships.Any(m => m.IsActive && target.IsActiveIn(m.CompanyId));
}
