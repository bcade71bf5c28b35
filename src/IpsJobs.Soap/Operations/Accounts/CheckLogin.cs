using IpsJobs.Contracts;
using IpsJobs.Core.Accounts;
using IpsJobs.Core.Faults;

namespace IpsJobs.Soap.Operations.Accounts;

/// <summary>Tells whether a user, given by e-mail and password, could log in; the caller itself has logged in as for any call.</summary>
internal sealed class CheckLogin(CredentialCheck credentials, CompanyAccess companies) : IOperation
{
    private const string Valid = "ValidLogin";
    private const string Invalid = "InvalidLogin";

    public string Name => "checkLogin";

    public async ValueTask<IContractType> InvokeAsync(OperationCall call, CancellationToken cancellationToken)
    {
        var param = (CheckLoginParam)call.Param;
        var company = Blank.ToNull(param.CompanyHandle) is { } handle
            ? await companies.RequireCompanyAsync(call.Request, handle, cancellationToken)
            : null;
        var account = await FindAsync(new Credentials(param.Email!.Trim(), param.Password!), call.Request.ClientAddress, cancellationToken);
        var mayLogIn = account is not null && (company is null || account.IsActiveIn(company.CompanyId));
        return new CheckLoginReturn { Status = mayLogIn ? Valid : Invalid };
    }

    private async Task<Account?> FindAsync(Credentials given, string address, CancellationToken cancellationToken)
    {
        try
        {
            return await credentials.AuthenticateAsync(given, address, cancellationToken);
        }
        catch (RuleViolationException)
        {
            // Unknown, wrong, locked, expired or tried too often: the API has one word for all of them.
            return null;
        }
    }
}
