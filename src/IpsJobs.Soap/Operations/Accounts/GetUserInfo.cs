using IpsJobs.Contracts;
using IpsJobs.Core.Accounts;

namespace IpsJobs.Soap.Operations.Accounts;

/// <summary>Describes the caller, or a user whom the caller administers, named by handle or e-mail.</summary>
internal sealed class GetUserInfo(AdministeredUsers users) : IOperation
{
    public string Name => "getUserInfo";

    public async ValueTask<IContractType> InvokeAsync(OperationCall call, CancellationToken cancellationToken)
    {
        var param = (GetUserInfoParam)call.Param;
        var account = Blank.ToNull(param.UserHandle) is null && Blank.ToNull(param.Email) is { } email
            ? await users.RequireByEmailAsync(call.Request, email.Trim(), cancellationToken)
            : await users.RequireAsync(call.Request, param.UserHandle, cancellationToken);
        var administered = await users.CompaniesAsync(call.Request, cancellationToken);
        return new GetUserInfoReturn
        {
            UserInfo = UserMapping.ToContract(account, administered, call.Request.Caller, call.Handles),
        };
    }
}
