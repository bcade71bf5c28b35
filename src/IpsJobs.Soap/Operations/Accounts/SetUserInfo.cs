using IpsJobs.Contracts;
using IpsJobs.Core.Accounts;
using IpsJobs.Core.Configuration;

namespace IpsJobs.Soap.Operations.Accounts;

/// <summary>Replaces what is said of a user.</summary>
internal sealed class SetUserInfo(UserChanges users, ServerClock clock) : IOperation
{
    public string Name => "setUserInfo";

    public async ValueTask<IContractType> InvokeAsync(OperationCall call, CancellationToken cancellationToken)
    {
        var param = (SetUserInfoParam)call.Param;
        var details = new UserDetails(param.FirstName!, param.LastName!, param.Email!.Trim(), param.IsValid == true)
        {
            IsIpsAdmin = param.IsIpsAdmin,
            DefaultRole = Blank.ToNull(param.DefaultRole),
            PasswordExpiresUtc = param.PasswordExpires is { } end ? clock.ToInstant(end) : null,
        };
        await users.ChangeAsync(call.Request, param.UserHandle, details, cancellationToken);
        return new SetUserInfoReturn();
    }
}
