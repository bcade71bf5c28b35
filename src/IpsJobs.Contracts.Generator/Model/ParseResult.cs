namespace IpsJobs.Contracts.Generator.Model;

/// <summary>Either a model or the reason why there is none.</summary>
internal sealed record ParseResult(ContractModel? Model, Problem? Problem);
