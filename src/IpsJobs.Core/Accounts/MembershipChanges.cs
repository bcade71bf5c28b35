using System.Globalization;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Faults;
using IpsJobs.Core.Handles;

namespace IpsJobs.Core.Accounts;

/// <summary>Makes users members of companies, changes their roles and ends their memberships; of several, all or none.</summary>
public sealed class MembershipChanges(AdministeredUsers users, CompanyAccess companies, IAccountAdministration administration)
{
    private const string Path = "membershipArray";
    private const string HandlePath = "companyHandleArray";

    /// <exception cref="RuleViolationException">30000: the user is a member already; otherwise as for all changes of users.</exception>
    public async Task AddAsync(
        RequestContext request, string? userHandle, IReadOnlyList<MembershipRequest> wanted, CancellationToken cancellationToken)
    {
        RequireSome(wanted, Path);
        var memberships = await ResolveAsync(request, wanted, cancellationToken);
        var target = await RequireTargetAsync(request, userHandle, cancellationToken);
        await CommitAsync(target, () => administration.AddMembershipsAsync(target.User.UserId, memberships, cancellationToken));
    }

    /// <exception cref="RuleViolationException">20007: the user is no member; 20005: a role that is not the caller's to give or take.</exception>
    public async Task SetAsync(
        RequestContext request, string? userHandle, IReadOnlyList<MembershipRequest> wanted, CancellationToken cancellationToken)
    {
        RequireSome(wanted, Path);
        var memberships = await ResolveAsync(request, wanted, cancellationToken);
        var target = await RequireTargetAsync(request, userHandle, cancellationToken);
        RequireGrants(request, target, memberships.Select(membership => membership.CompanyId));
        await CommitAsync(target, () => administration.ChangeMembershipsAsync(target.User.UserId, memberships, cancellationToken));
    }

    /// <exception cref="RuleViolationException">20007: the user is no member; 20005: a role that is not the caller's to take.</exception>
    public async Task RemoveAsync(
        RequestContext request, string? userHandle, IReadOnlyList<string> companyHandles, CancellationToken cancellationToken)
    {
        RequireSome(companyHandles, HandlePath);
        var ids = new List<int>();
        foreach (var handle in companyHandles)
            AddOnce(ids, (await companies.RequireCompanyAsync(request, handle, cancellationToken)).CompanyId, handle, HandlePath);
        var target = await RequireTargetAsync(request, userHandle, cancellationToken);
        RequireGrants(request, target, ids);
        await CommitAsync(target, () => administration.RemoveMembershipsAsync(target.User.UserId, ids, cancellationToken));
    }

    /// <summary>The memberships that a request names, which may be none.</summary>
    /// <exception cref="RuleViolationException">30001: no role, or a company named twice; 20000, 20003, 20006 for companies that are
    /// not the caller's to administer; 20005 for roles that are not the caller's to give.</exception>
    public async Task<IReadOnlyList<Membership>> ResolveAsync(
        RequestContext request, IReadOnlyList<MembershipRequest> wanted, CancellationToken cancellationToken)
    {
        foreach (var (item, index) in wanted.Select((item, index) => (item, index)))
        {
            if (!UserRoles.All.Contains(item.Role))
                throw Violations.InvalidValue(item.Role, ItemPath(index) + "/role");
        }

        var ids = new List<int>();
        foreach (var item in wanted)
        {
            var company = await companies.RequireCompanyAsync(request, item.CompanyHandle, cancellationToken);
            AddOnce(ids, company.CompanyId, item.CompanyHandle, Path);
            RoleGrants.Require(request, company.CompanyId, item.Role);
        }

        return [.. wanted.Select((item, index) => new Membership(ids[index], item.Role, item.IsActive))];
    }

    private static void RequireSome<T>(IReadOnlyList<T> items, string path)
    {
        if (items.Count == 0)
            throw Violations.Missing(path);
    }

    private static void AddOnce(List<int> ids, int companyId, string handle, string path)
    {
        if (ids.Contains(companyId))
            throw Violations.InvalidValue(handle, path);
        ids.Add(companyId);
    }

    private static string ItemPath(int index) => string.Create(CultureInfo.InvariantCulture, $"{Path}/items[{index + 1}]");

    private static void RequireGrants(RequestContext request, Account target, IEnumerable<int> companyIds)
    {
        foreach (var membership in target.Memberships.Where(membership => companyIds.Contains(membership.CompanyId)))
            RoleGrants.Require(request, membership.CompanyId, membership.Role);
    }

    private static async Task CommitAsync(Account target, Func<Task> change)
    {
        try
        {
            await change();
        }
        catch (MembershipConflictException conflict)
        {
            var company = new CompanyHandle(conflict.CompanyId).ToString();
            throw conflict.IsMember
                ? Violations.AlreadyAMember(target.User.Email, company)
                : Violations.IllegalTargetUser(target.User.Email, company);
        }
    }

    private async Task<Account> RequireTargetAsync(RequestContext request, string? userHandle, CancellationToken cancellationToken)
    {
        var target = await users.RequireAsync(request, userHandle, cancellationToken);
        return target.User.IsIpsAdmin && !request.Caller.User.IsIpsAdmin
            ? throw Violations.NoImpersonation(request.Email, target.User.Email)
            : target;
    }
}
