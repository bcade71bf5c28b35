using IpsJobs.Contracts;
using IpsJobs.Core.Accounts;
using IpsJobs.Core.Configuration;

namespace IpsJobs.Soap.Operations.Accounts;

/// <summary>Lists all companies of the server for an IpsAdmin.</summary>
internal sealed class GetAllCompanies(IAccountDirectory accounts, CompanyAccess companies, ServerClock clock) : IOperation
{
    public string Name => "getAllCompanies";

    public async ValueTask<IContractType> InvokeAsync(OperationCall call, CancellationToken cancellationToken)
    {
        var param = (GetAllCompaniesParam)call.Param;
        var open = await companies.AccessibleCompaniesAsync(call.Request, companyHandle: null, cancellationToken);
        var array = new CompanyArray();
        foreach (var company in await accounts.ListCompaniesAsync(cancellationToken))
        {
            if (open?.Contains(company.CompanyId) != false && (param.IncludeExpired == true || !company.IsExpired(clock.UtcNow)))
                array.Items.Add(CompanyMapping.ToContract(company, call.Handles));
        }

        return new GetAllCompaniesReturn { CompanyArray = array };
    }
}
