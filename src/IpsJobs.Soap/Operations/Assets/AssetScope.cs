using IpsJobs.Core.Accounts;
using IpsJobs.Core.Faults;

namespace IpsJobs.Soap.Operations.Assets;

/// <summary>In which company, and as whom, a request reads assets.</summary>
internal sealed class AssetScope(CompanyAccess companies, UserAccess users)
{
    /// <summary>The company of the request; the one it is read for may read it too.</summary>
    /// <exception cref="RuleViolationException">As for any company and any user acted for; 20008 for a group, because there are none.</exception>
    public async Task<Company> RequireAsync(
        OperationCall call, string? companyHandle, string? accessUserHandle, string? accessGroupHandle, CancellationToken cancellationToken)
    {
        var company = await companies.RequireCompanyAsync(call.Request, companyHandle, cancellationToken);
        await users.RequireActingUserAsync(call.Request, company, accessUserHandle, cancellationToken);
        if (Blank.ToNull(accessGroupHandle) is { } group)
            throw Violations.IllegalAccessGroup(call.Request.Email, group);
        return company;
    }

    /// <exception cref="RuleViolationException">As for any company.</exception>
    public Task<Company> RequireAsync(OperationCall call, string? companyHandle, CancellationToken cancellationToken) =>
        companies.RequireCompanyAsync(call.Request, companyHandle, cancellationToken);
}
