using IpsJobs.Contracts;
using IpsJobs.Core.Accounts;
using IpsJobs.Core.Configuration;

namespace IpsJobs.Soap.Operations.Accounts;

/// <summary>Adds a user, with memberships.</summary>
internal sealed class AddUser(UserChanges users, ServerClock clock) : IOperation
{
    public string Name => "addUser";

    public async ValueTask<IContractType> InvokeAsync(OperationCall call, CancellationToken cancellationToken)
    {
        var param = (AddUserParam)call.Param;
        var details = new UserDetails(param.FirstName!, param.LastName!, param.Email!.Trim(), param.IsValid == true)
        {
            IsIpsAdmin = param.IsIpsAdmin,
            DefaultRole = Blank.ToNull(param.DefaultRole),
            PasswordExpiresUtc = param.PasswordExpires is { } end ? clock.ToInstant(end) : null,
        };
        var wanted = new NewUser(details, param.Password!, MembershipRequests.Read(param.MembershipArray));
        var user = await users.AddAsync(call.Request, wanted, cancellationToken);
        return new AddUserReturn { UserHandle = user.Handle.ToString(call.Handles) };
    }
}
