using IpsJobs.Contracts;
using IpsJobs.Core.Accounts;
using Membership = IpsJobs.Contracts.CompanyMembership;

namespace IpsJobs.Soap.Operations.Accounts;

/// <summary>Lists the companies of the caller, or of a user whom the caller administers.</summary>
internal sealed class GetCompanyMembership(AdministeredUsers users, IAccountDirectory accounts) : IOperation
{
    public string Name => "getCompanyMembership";

    public async ValueTask<IContractType> InvokeAsync(OperationCall call, CancellationToken cancellationToken)
    {
        var param = (GetCompanyMembershipParam)call.Param;
        var caller = call.Request.Caller;
        var user = await users.RequireAsync(call.Request, param.UserHandle, cancellationToken);
        var administered = await users.CompaniesAsync(call.Request, cancellationToken);
        var array = new CompanyMembershipArray();
        foreach (var membership in user.Memberships)
        {
            // An administrator of one company learns nothing of the user's others.
            if (user.User.UserId != caller.User.UserId && administered?.Contains(membership.CompanyId) == false)
                continue;
            if (await accounts.FindCompanyAsync(membership.CompanyId, cancellationToken) is not { } company)
                continue;
            array.Items.Add(new Membership
            {
                Company = CompanyMapping.ToContract(company, call.Handles),
                Role = membership.Role,
                IsActive = membership.IsActive,
            });
        }

        return new GetCompanyMembershipReturn { MembershipArray = array };
    }
}
