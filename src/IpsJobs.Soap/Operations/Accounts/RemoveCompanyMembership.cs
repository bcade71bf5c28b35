using IpsJobs.Contracts;
using IpsJobs.Core.Accounts;

namespace IpsJobs.Soap.Operations.Accounts;

/// <summary>Ends memberships of a user.</summary>
internal sealed class RemoveCompanyMembership(MembershipChanges memberships) : IOperation
{
    public string Name => "removeCompanyMembership";

    public async ValueTask<IContractType> InvokeAsync(OperationCall call, CancellationToken cancellationToken)
    {
        var param = (RemoveCompanyMembershipParam)call.Param;
        await memberships.RemoveAsync(call.Request, param.UserHandle, param.CompanyHandleArray!.Items, cancellationToken);
        return new RemoveCompanyMembershipReturn();
    }
}
