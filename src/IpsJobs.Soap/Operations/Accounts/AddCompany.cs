using IpsJobs.Contracts;
using IpsJobs.Core.Accounts;
using IpsJobs.Core.Configuration;

namespace IpsJobs.Soap.Operations.Accounts;

/// <summary>Makes a company.</summary>
internal sealed class AddCompany(CompanyChanges companies, ServerClock clock) : IOperation
{
    public string Name => "addCompany";

    public async ValueTask<IContractType> InvokeAsync(OperationCall call, CancellationToken cancellationToken)
    {
        var param = (AddCompanyParam)call.Param;
        var wanted = new NewCompany(param.CompanyName!)
        {
            ExpiresUtc = param.Expires is { } end ? clock.ToInstant(end) : null,
            ImsOrgId = Blank.ToNull(param.ImsOrgId)?.Trim(),
        };
        var company = await companies.AddAsync(call.Request, wanted, cancellationToken);
        return new AddCompanyReturn { CompanyInfo = CompanyMapping.ToContract(company, call.Handles) };
    }
}
