using IpsJobs.Contracts;
using IpsJobs.Core.Accounts;
using IpsJobs.Core.Handles;
using IpsJobs.Soap.Dialects;

namespace IpsJobs.Soap.Operations;

/// <summary>A call of an operation.</summary>
/// <param name="Request">Who calls what.</param>
/// <param name="Dialect">How the reply is to speak.</param>
/// <param name="Param">The request element, of the type that the contract gives the operation.</param>
/// <param name="Locales">Languages asked for.</param>
public sealed record OperationCall(RequestContext Request, Dialect Dialect, IContractType Param, RequestLocales Locales)
{
    public HandleForm Handles => Dialect.Handles;
}
