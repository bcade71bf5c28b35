using IpsJobs.Core.Accounts;
using IpsJobs.Core.Faults;
using IpsJobs.Core.Handles;
using IpsJobs.Core.Jobs;

namespace IpsJobs.Soap.Operations.Jobs;

/// <summary>Turns the optional company and job handles of a listing into a scope that the caller may see.</summary>
internal sealed class JobScopes(CompanyAccess companies)
{
    /// <exception cref="RuleViolationException">30001 for a job handle that is unreadable or of another company of the caller;
    /// 20000, 20003 and 20006 for companies.</exception>
    public async Task<JobScope> ResolveAsync(
        RequestContext request, string? companyHandle, string? jobHandle, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(jobHandle))
            return new JobScope(await companies.AccessibleCompaniesAsync(request, companyHandle, cancellationToken), Handle: null);
        if (!JobHandle.TryParse(jobHandle, out var handle))
            throw Violations.InvalidJobHandle(jobHandle);
        if (!string.IsNullOrWhiteSpace(companyHandle))
            return await InCompanyAsync(request, companyHandle, jobHandle, cancellationToken);
        // An administrator sees the system's own jobs, which belong to no company that could be found.
        return request.Caller.User.IsIpsAdmin
            ? new JobScope([handle.CompanyId], handle)
            : await InCompanyAsync(request, new CompanyHandle(handle.CompanyId).ToString(), jobHandle, cancellationToken);
    }

    private async Task<JobScope> InCompanyAsync(
        RequestContext request, string companyHandle, string jobHandle, CancellationToken cancellationToken)
    {
        var company = await companies.RequireCompanyAsync(request, companyHandle, cancellationToken);
        return new JobScope([company.CompanyId], JobTargets.RequireHandle(request, company, jobHandle));
    }
}
