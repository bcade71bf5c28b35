namespace IpsJobs.Contracts.Tests.Support;

/// <summary>A root element of messages.</summary>
internal sealed record ContractRoot(string Element, Type Type, Func<ContractReader, IContractType> Read, ContractVersion Since);
