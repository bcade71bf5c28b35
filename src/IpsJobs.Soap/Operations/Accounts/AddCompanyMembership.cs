using IpsJobs.Contracts;
using IpsJobs.Core.Accounts;

namespace IpsJobs.Soap.Operations.Accounts;

/// <summary>Makes a user a member of companies.</summary>
internal sealed class AddCompanyMembership(MembershipChanges memberships) : IOperation
{
    public string Name => "addCompanyMembership";

    public async ValueTask<IContractType> InvokeAsync(OperationCall call, CancellationToken cancellationToken)
    {
        var param = (AddCompanyMembershipParam)call.Param;
        await memberships.AddAsync(call.Request, param.UserHandle, MembershipRequests.Read(param.MembershipArray), cancellationToken);
        return new AddCompanyMembershipReturn();
    }
}
