using IpsJobs.Contracts;
using IpsJobs.Core.Accounts;

namespace IpsJobs.Soap.Operations.Accounts;

/// <summary>Lists every user of the server for an IpsAdmin, and every member of their companies for other administrators.</summary>
internal sealed class GetAllUsers(UserLists users, AdministeredUsers administered) : IOperation
{
    public string Name => "getAllUsers";

    public async ValueTask<IContractType> InvokeAsync(OperationCall call, CancellationToken cancellationToken)
    {
        var param = (GetAllUsersParam)call.Param;
        var query = new UserQuery { IncludeInvalid = param.IncludeInvalid == true, IncludeInactive = true };
        var scope = await administered.CompaniesAsync(call.Request, cancellationToken);
        var array = new UserArray();
        foreach (var account in await users.SearchAsync(call.Request, query, cancellationToken))
            array.Items.Add(UserMapping.ToContract(account, scope, call.Request.Caller, call.Handles));
        return new GetAllUsersReturn { UserArray = array };
    }
}
