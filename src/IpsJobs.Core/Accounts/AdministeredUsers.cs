using IpsJobs.Core.Constants;
using IpsJobs.Core.Faults;
using IpsJobs.Core.Handles;

namespace IpsJobs.Core.Accounts;

/// <summary>Whose accounts a caller may read and change: an IpsAdmin everybody's, an administrator of companies their members'.</summary>
/// <remarks>Users of other companies are answered for as if they did not exist, so that nobody can find out who uses the server.</remarks>
public sealed class AdministeredUsers(IAccountDirectory accounts, CompanyAccess companies)
{
    /// <summary>Ids of the companies that the caller administers; null means all of them.</summary>
    public async Task<IReadOnlySet<int>?> CompaniesAsync(RequestContext request, CancellationToken cancellationToken)
    {
        var open = await companies.AccessibleCompaniesAsync(request, companyHandle: null, cancellationToken);
        return open?.Where(id => UserRoles.Administrators.Contains(request.Caller.RoleIn(id) ?? "")).ToHashSet();
    }

    /// <summary>The account to read: the caller's when there is no handle.</summary>
    /// <exception cref="RuleViolationException">20001 for an unreadable handle and for whom the caller does not administer,
    /// 20004 for everybody else when the caller administers nobody.</exception>
    public Task<Account> RequireAsync(RequestContext request, string? userHandle, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(userHandle))
            return Task.FromResult(request.Caller);
        if (!UserHandle.TryParse(userHandle, out var handle))
            throw Violations.InvalidUserHandle(userHandle);
        return handle == request.Caller.User.Handle
            ? Task.FromResult(request.Caller)
            : FindAsync(request, handle.Email, userHandle, handle.UserId, cancellationToken);
    }

    /// <summary>The account with an e-mail.</summary>
    /// <exception cref="RuleViolationException">As for a handle.</exception>
    public Task<Account> RequireByEmailAsync(RequestContext request, string email, CancellationToken cancellationToken) =>
        string.Equals(email, request.Email, StringComparison.OrdinalIgnoreCase)
            ? Task.FromResult(request.Caller)
            : FindAsync(request, email, email, userId: null, cancellationToken);

    /// <summary>The account to change. An account that is of use in a company that the caller does not administer is not theirs to change.</summary>
    /// <exception cref="RuleViolationException">As for reading; 20004 for an IpsAdmin, and for a member of other companies besides.</exception>
    public async Task<Account> RequireChangeableAsync(RequestContext request, string? userHandle, CancellationToken cancellationToken)
    {
        var target = await RequireAsync(request, userHandle, cancellationToken);
        if (target.User.UserId == request.Caller.User.UserId || await CompaniesAsync(request, cancellationToken) is not { } administered)
            return target;
        return !target.User.IsIpsAdmin && target.Memberships.All(membership => administered.Contains(membership.CompanyId))
            ? target
            : throw Violations.NoImpersonation(request.Email, target.User.Email);
    }

    private async Task<Account> FindAsync(
        RequestContext request, string email, string shown, int? userId, CancellationToken cancellationToken)
    {
        var administered = await CompaniesAsync(request, cancellationToken);
        if (administered is { Count: 0 })
            throw Violations.NoImpersonation(request.Email, email);
        var account = await accounts.FindAccountAsync(email, cancellationToken);
        var isMeant = account is not null && (userId is null || userId == account.User.UserId);
        return isMeant && (administered is null || account!.Memberships.Any(membership => administered.Contains(membership.CompanyId)))
            ? account!
            : throw Violations.InvalidUserHandle(shown);
    }
}
