using IpsJobs.Contracts;
using IpsJobs.Core.Accounts;
using IpsJobs.Core.Configuration;

namespace IpsJobs.Soap.Operations.Accounts;

/// <summary>Sets the password of the caller, or, for an IpsAdmin, of anybody.</summary>
internal sealed class SetPassword(UserChanges users, ServerClock clock) : IOperation
{
    public string Name => "setPassword";

    public async ValueTask<IContractType> InvokeAsync(OperationCall call, CancellationToken cancellationToken)
    {
        var param = (SetPasswordParam)call.Param;
        DateTimeOffset? end = param.PasswordExpires is { } given ? clock.ToInstant(given) : null;
        await users.SetPasswordAsync(call.Request, param.UserHandle, param.Password!, end, cancellationToken);
        return new SetPasswordReturn();
    }
}
