using IpsJobs.Core.Constants;
using IpsJobs.Core.Faults;

namespace IpsJobs.Core.Accounts;

/// <summary>Lists the users whom a caller administers.</summary>
public sealed class UserLists(AdministeredUsers users, CompanyAccess companies, IAccountDirectory accounts)
{
    /// <summary>The users of a query, sorted; those equal in the sort field come by id.</summary>
    /// <exception cref="RuleViolationException">20000, 20003 and 20006 for companies.</exception>
    public async Task<IReadOnlyList<Account>> SearchAsync(RequestContext request, UserQuery query, CancellationToken cancellationToken)
    {
        var scope = await ScopeAsync(request, query.CompanyHandles, cancellationToken);
        var found = (await accounts.ListAccountsAsync(cancellationToken))
            .Where(account => query.IncludeInvalid || account.User.IsValid)
            .Where(account => IsListed(account, scope, query))
            .Where(account => Passes(account.User, query));
        return [.. Sort(found, query.SortBy)];
    }

    /// <summary>The members of a company with their memberships in it, by user id.</summary>
    public async Task<IReadOnlyList<KeyValuePair<Account, Membership>>> MembersAsync(
        int companyId, bool includeInvalid, bool includeInactive, CancellationToken cancellationToken)
    {
        var members = new List<KeyValuePair<Account, Membership>>();
        foreach (var account in await accounts.ListAccountsAsync(cancellationToken))
        {
            var membership = account.Memberships.FirstOrDefault(membership => membership.CompanyId == companyId);
            if (membership is not null && (includeInvalid || account.User.IsValid) && (includeInactive || membership.IsActive))
                members.Add(new(account, membership));
        }

        return members;
    }

    private static bool IsListed(Account account, IReadOnlySet<int>? scope, UserQuery query)
    {
        // Who belongs to no company is listed where all companies are meant.
        if (account.Memberships.Count == 0)
            return scope is null && HasRole(account, account.DefaultRole, query);
        return account.Memberships.Any(membership =>
            scope?.Contains(membership.CompanyId) != false
            && (query.IncludeInactive || membership.IsActive)
            && HasRole(account, membership.Role, query));
    }

    private static bool HasRole(Account account, string role, UserQuery query) =>
        query.Roles.Count == 0 || query.Roles.Contains(account.User.IsIpsAdmin ? UserRoles.IpsAdmin : role);

    private static bool Passes(User user, UserQuery query) => string.IsNullOrEmpty(query.Filter) || query.FilterField switch
    {
        UserCharFilterFields.FirstName => Begins(user.FirstName, query.Filter),
        UserCharFilterFields.LastName => Begins(user.LastName, query.Filter),
        UserCharFilterFields.Email => Begins(user.Email, query.Filter),
        UserCharFilterFields.StartsWith => Texts(user).Any(text => Begins(text, query.Filter)),
        UserCharFilterFields.EndsWith => Texts(user).Any(text => text.EndsWith(query.Filter, StringComparison.OrdinalIgnoreCase)),
        _ => true,
    };

    private static string[] Texts(User user) => [user.FirstName, user.LastName, user.Email];

    private static bool Begins(string text, string filter) => text.StartsWith(filter, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<Account> Sort(IEnumerable<Account> found, string sortBy) => sortBy switch
    {
        UserSortFields.FirstName => ByText(found, account => account.User.FirstName),
        UserSortFields.LastName => ByText(found, account => account.User.LastName),
        UserSortFields.Email => ByText(found, account => account.User.Email),
        UserSortFields.Role => ByText(found, account => account.DefaultRole),
        UserSortFields.Valid => found.OrderBy(account => !account.User.IsValid),
        UserSortFields.PasswordExpiration => found.OrderBy(account => account.User.PasswordExpiresUtc ?? DateTimeOffset.MaxValue),
        _ => found,
    };

    private static IOrderedEnumerable<Account> ByText(IEnumerable<Account> found, Func<Account, string> text) =>
        found.OrderBy(text, StringComparer.OrdinalIgnoreCase);

    private async Task<IReadOnlySet<int>?> ScopeAsync(
        RequestContext request, IReadOnlyList<string>? companyHandles, CancellationToken cancellationToken)
    {
        if (companyHandles is null)
            return await users.CompaniesAsync(request, cancellationToken);
        var ids = new HashSet<int>();
        foreach (var handle in companyHandles)
            ids.Add((await companies.RequireCompanyAsync(request, handle, cancellationToken)).CompanyId);
        return ids;
    }
}
