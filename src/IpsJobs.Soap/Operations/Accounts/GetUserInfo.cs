using IpsJobs.Contracts;
using IpsJobs.Core.Accounts;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Faults;
using IpsJobs.Core.Handles;
using Contract = IpsJobs.Contracts;

namespace IpsJobs.Soap.Operations.Accounts;

/// <summary>Describes the caller, or a user whom the caller administers, named by handle or e-mail.</summary>
internal sealed class GetUserInfo(UserAccess users, IAccountDirectory accounts) : IOperation
{
    public string Name => "getUserInfo";

    public async ValueTask<IContractType> InvokeAsync(OperationCall call, CancellationToken cancellationToken)
    {
        var param = (GetUserInfoParam)call.Param;
        var handle = Blank.ToNull(param.UserHandle) ?? await ByEmailAsync(Blank.ToNull(param.Email), cancellationToken);
        var account = await users.RequireActingUserAsync(call.Request, company: null, handle, cancellationToken);
        return new GetUserInfoReturn { UserInfo = ToContract(account, call.Handles) };
    }

    private async Task<string?> ByEmailAsync(string? email, CancellationToken cancellationToken)
    {
        if (email is null)
            return null;
        var account = await accounts.FindAccountAsync(email.Trim(), cancellationToken) ?? throw Violations.InvalidUserHandle(email);
        return account.User.Handle.ToString();
    }

    private static Contract.User ToContract(Account account, HandleForm form) => new()
    {
        UserHandle = account.User.Handle.ToString(form),
        FirstName = account.User.FirstName,
        LastName = account.User.LastName,
        Email = account.User.Email,
        DefaultRole = account.ActiveRoles.FirstOrDefault() ?? UserRoles.IpsUser,
        IsValid = account.User.IsValid,
        IsIpsAdmin = account.User.IsIpsAdmin,
        PasswordExpires = account.User.PasswordExpiresUtc?.UtcDateTime,
    };
}
