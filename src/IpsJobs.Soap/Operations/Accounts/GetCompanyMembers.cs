using IpsJobs.Contracts;
using IpsJobs.Core.Accounts;

namespace IpsJobs.Soap.Operations.Accounts;

/// <summary>Lists the members of a company.</summary>
internal sealed class GetCompanyMembers(CompanyAccess companies, UserLists users) : IOperation
{
    public string Name => "getCompanyMembers";

    public async ValueTask<IContractType> InvokeAsync(OperationCall call, CancellationToken cancellationToken)
    {
        var param = (GetCompanyMembersParam)call.Param;
        var company = await companies.RequireCompanyAsync(call.Request, param.CompanyHandle, cancellationToken);
        var members = await users.MembersAsync(
            company.CompanyId, param.IncludeInvalid == true, param.IncludeInactive == true, cancellationToken);
        var array = new CompanyMemberArray();
        foreach (var (account, membership) in members)
        {
            array.Items.Add(new CompanyMember
            {
                User = UserMapping.ToContract(account, [membership], call.Handles),
                Role = membership.Role,
                IsActive = membership.IsActive,
            });
        }

        return new GetCompanyMembersReturn { MemberArray = array };
    }
}
