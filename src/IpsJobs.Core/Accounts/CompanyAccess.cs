using IpsJobs.Core.Configuration;
using IpsJobs.Core.Faults;
using IpsJobs.Core.Handles;
using IpsJobs.Core.Jobs;
using Microsoft.Extensions.Options;

namespace IpsJobs.Core.Accounts;

/// <summary>Which companies a request may speak of, and with which role.</summary>
public sealed class CompanyAccess(IAccountDirectory accounts, ServerClock clock, IOptions<ApiOptions> options)
{
    /// <summary>Checks that the caller has some role that may call the operation at all.</summary>
    /// <exception cref="RuleViolationException">20006 without any active membership, 20003 when no role suffices.</exception>
    public void RequireOperation(Account caller, string operation)
    {
        if (!caller.ActiveRoles.Any())
            throw Violations.IllegalCompany(caller.User.Email, "*");
        if (!caller.ActiveRoles.Any(role => Allows(operation, role)))
            throw Violations.NoOperationPermission(operation);
    }

    /// <summary>The company of the request.</summary>
    /// <exception cref="RuleViolationException">30002 when absent, 20000 when unknown or expired, 20006 for no member,
    /// 20003 when the role in that company may not call the operation.</exception>
    public async Task<Company> RequireCompanyAsync(RequestContext request, string? companyHandle, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(companyHandle))
            throw Violations.Missing("companyHandle");
        var company = CompanyHandle.TryParse(companyHandle, out var handle)
            ? await FindCompanyAsync(request, handle.CompanyId, cancellationToken)
            : null;
        if (company is null || (company.IsExpired(clock.UtcNow) && !request.Caller.User.IsIpsAdmin))
            throw Violations.InvalidCompany(companyHandle);
        var role = request.Caller.RoleIn(company.CompanyId) ?? throw Violations.IllegalCompany(request.Email, companyHandle);
        if (!Allows(request.Operation, role))
            throw Violations.NoOperationPermission(request.Operation);
        return company;
    }

    /// <summary>The named company, or without one all companies in which the caller may call the operation.</summary>
    /// <returns>Company ids; null means all companies, for an IpsAdmin who named none.</returns>
    /// <exception cref="RuleViolationException">As <see cref="RequireCompanyAsync"/>.</exception>
    public async Task<IReadOnlyCollection<int>?> AccessibleCompaniesAsync(
        RequestContext request, string? companyHandle, CancellationToken cancellationToken)
    {
        if (!string.IsNullOrWhiteSpace(companyHandle))
            return [(await RequireCompanyAsync(request, companyHandle, cancellationToken)).CompanyId];
        if (request.Caller.User.IsIpsAdmin)
            return null;
        var open = new List<int>();
        foreach (var membership in request.Caller.Memberships.Where(m => m.IsActive && Allows(request.Operation, m.Role)))
        {
            var company = await accounts.FindCompanyAsync(membership.CompanyId, cancellationToken);
            if (company is not null && !company.IsExpired(clock.UtcNow))
                open.Add(company.CompanyId);
        }

        return open;
    }

    private ValueTask<Company?> FindCompanyAsync(RequestContext request, int companyId, CancellationToken cancellationToken)
    {
        if (companyId != SystemJobs.CompanyId)
            return accounts.FindCompanyAsync(companyId, cancellationToken);
        return new ValueTask<Company?>(SystemJobs.AreOpenTo(request.Caller, request.Operation) ? SystemJobs.Company : null);
    }

    private bool Allows(string operation, string role) => RoleMatrix.Allows(operation, role, options.Value.StrictRoles);
}
