namespace IpsJobs.Contracts.Generator.Model;

/// <summary>A complex type, request, reply, header or fault, and the class made for it.</summary>
/// <param name="Since">Ordinal of the first version whose operations reach it.</param>
internal sealed record TypeModel(
    string Name,
    string ClassName,
    TypeRole Role,
    string Namespace,
    EquatableArray<ElementModel> Elements,
    int Since);
