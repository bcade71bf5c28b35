using IpsJobs.Core.Handles;
using Contract = IpsJobs.Contracts;
using Domain = IpsJobs.Core.Accounts;

namespace IpsJobs.Soap.Operations.Accounts;

/// <summary>Shows a company the way the API does.</summary>
internal static class CompanyMapping
{
    public static Contract.Company ToContract(Domain.Company company, HandleForm form) => new()
    {
        CompanyHandle = company.Handle.ToString(form),
        Name = company.Name,
        RootPath = company.RootPath,
        Expires = company.ExpiresUtc?.UtcDateTime,
        ImsOrgId = company.ImsOrgId,
    };
}
