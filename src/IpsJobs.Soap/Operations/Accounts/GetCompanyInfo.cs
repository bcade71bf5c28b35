using IpsJobs.Contracts;
using IpsJobs.Core.Accounts;
using IpsJobs.Core.Faults;
using IpsJobs.Core.Handles;

namespace IpsJobs.Soap.Operations.Accounts;

/// <summary>Describes a company, named by handle or name, or the only one the caller has.</summary>
internal sealed class GetCompanyInfo(CompanyAccess companies, IAccountDirectory accounts) : IOperation
{
    public string Name => "getCompanyInfo";

    public async ValueTask<IContractType> InvokeAsync(OperationCall call, CancellationToken cancellationToken)
    {
        var handle = await HandleAsync(call.Request, (GetCompanyInfoParam)call.Param, cancellationToken);
        var company = await companies.RequireCompanyAsync(call.Request, handle, cancellationToken);
        return new GetCompanyInfoReturn { CompanyInfo = CompanyMapping.ToContract(company, call.Handles) };
    }

    private async Task<string> HandleAsync(RequestContext request, GetCompanyInfoParam param, CancellationToken cancellationToken)
    {
        if (Blank.ToNull(param.CompanyHandle) is { } handle)
            return handle;
        if (Blank.ToNull(param.CompanyName) is { } name)
            return await ByNameAsync(name, cancellationToken);
        if (Blank.ToNull(param.ImsOrgId) is { } organisation)
            return await ByOrganisationAsync(organisation.Trim(), cancellationToken);
        return await OnlyOneAsync(request, cancellationToken);
    }

    private async Task<string> ByNameAsync(string name, CancellationToken cancellationToken)
    {
        var company = await accounts.FindCompanyByNameAsync(name, cancellationToken) ?? throw Violations.InvalidCompany(name);
        return company.Handle.ToString();
    }

    private async Task<string> ByOrganisationAsync(string organisation, CancellationToken cancellationToken)
    {
        var all = await accounts.ListCompaniesAsync(cancellationToken);
        return all.FirstOrDefault(company => company.ImsOrgId == organisation)?.Handle.ToString()
            ?? throw Violations.InvalidCompany(organisation);
    }

    private async Task<string> OnlyOneAsync(RequestContext request, CancellationToken cancellationToken)
    {
        var open = await companies.AccessibleCompaniesAsync(request, companyHandle: null, cancellationToken)
            ?? [.. (await accounts.ListCompaniesAsync(cancellationToken)).Select(company => company.CompanyId)];
        return open.Count == 1 ? new CompanyHandle(open.Single()).ToString() : throw Violations.Missing("companyHandle");
    }
}
