using IpsJobs.Core.Constants;

namespace IpsJobs.Core.Accounts;

/// <summary>Who is told what concerns a company as a whole.</summary>
public sealed class CompanyAdministrators(IAccountDirectory accounts)
{
    /// <summary>E-mail addresses of the valid users whose membership is active and whose role administers the company.</summary>
    /// <remarks>A system administrator counts only where he is a member: he would hear of every company otherwise.</remarks>
    public async Task<IReadOnlyList<string>> ListAddressesAsync(int companyId, CancellationToken cancellationToken) =>
    [
        .. (await accounts.ListAccountsAsync(cancellationToken))
            .Where(a => a.User.IsValid
                && a.Memberships.Any(m => m.CompanyId == companyId && m.IsActive && UserRoles.Administrators.Contains(m.Role)))
            .Select(a => a.User.Email),
    ];
}
