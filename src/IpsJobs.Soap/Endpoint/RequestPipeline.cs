using IpsJobs.Contracts;
using IpsJobs.Core.Accounts;
using IpsJobs.Core.Faults;
using IpsJobs.Core.Text;
using IpsJobs.Soap.Operations;
using IpsJobs.Soap.Security;
using Microsoft.AspNetCore.Http;

namespace IpsJobs.Soap.Endpoint;

/// <summary>What happens to a request that could be read: credentials, role, parameters, operation.</summary>
/// <remarks>The order is that in which mistakes are reported.</remarks>
internal sealed class RequestPipeline(CredentialCheck credentials, CompanyAccess companies)
{
    /// <summary>The reply of the operation.</summary>
    /// <exception cref="RuleViolationException">The first rule that the request breaks.</exception>
    public async ValueTask<IContractType> InvokeAsync(
        RequestHeader header, ParsedCall call, HttpContext http, CancellationToken cancellationToken)
    {
        var address = ClientAddress.Of(http);
        var caller = await credentials.AuthenticateAsync(
            header.Credentials ?? BasicCredentials.Find(http.Request.Headers.Authorization), address, cancellationToken);
        companies.RequireOperation(caller, call.Contract.Name);
        if (call.Param.FindMissing(call.Dialect.Version) is { } missing)
            throw Violations.Missing(missing);
        var locales = RequestLocales.Read(header, http.Request.Headers);
        var request = new RequestContext(caller, call.Contract.Name, locales.Preferred)
        {
            ClientAddress = address,
        };
        return await call.Operation.InvokeAsync(new OperationCall(request, call.Dialect, call.Param, locales), cancellationToken);
    }
}
