using IpsJobs.Contracts;
using IpsJobs.Soap.Dialects;
using IpsJobs.Soap.Operations;

namespace IpsJobs.Soap.Endpoint;

/// <summary>The content of a request's body.</summary>
/// <param name="Contract">Names of the operation and its elements.</param>
/// <param name="Operation">What answers it.</param>
/// <param name="Dialect">By the namespace of the body's root.</param>
/// <param name="Param">The request element.</param>
internal sealed record ParsedCall(ContractOperation Contract, IOperation Operation, Dialect Dialect, IContractType Param);
