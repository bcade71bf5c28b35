using IpsJobs.Contracts;
using IpsJobs.Core.Accounts;

namespace IpsJobs.Soap.Operations.Accounts;

/// <summary>Changes the roles of a user in companies.</summary>
internal sealed class SetCompanyMembership(MembershipChanges memberships) : IOperation
{
    public string Name => "setCompanyMembership";

    public async ValueTask<IContractType> InvokeAsync(OperationCall call, CancellationToken cancellationToken)
    {
        var param = (SetCompanyMembershipParam)call.Param;
        await memberships.SetAsync(call.Request, param.UserHandle, MembershipRequests.Read(param.MembershipArray), cancellationToken);
        return new SetCompanyMembershipReturn();
    }
}
