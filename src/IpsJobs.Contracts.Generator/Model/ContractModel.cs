namespace IpsJobs.Contracts.Generator.Model;

/// <summary>Everything the emitters need, compared by content.</summary>
internal sealed record ContractModel(
    string ServiceNamespace,
    string TypesNamespace,
    string BaseNamespace,
    string PortType,
    EquatableArray<string> Versions,
    EquatableArray<TypeModel> Types,
    EquatableArray<OperationModel> Operations);
