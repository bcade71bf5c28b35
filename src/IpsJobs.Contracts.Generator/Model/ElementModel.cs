namespace IpsJobs.Contracts.Generator.Model;

/// <summary>A child element and the property that holds it.</summary>
/// <param name="ClassName">The class of a complex value; empty for simple values.</param>
/// <param name="Since">Ordinal of the first version that has it.</param>
/// <param name="Until">Ordinal of the last version that has it; <see cref="VersionTable.LaterOrdinal"/> when it is still there.</param>
/// <param name="Order">Place in the WSDL's sequence, -1 for an element that the WSDL does not have.</param>
internal sealed record ElementModel(
    string Name,
    string PropertyName,
    ValueKind Kind,
    string SchemaType,
    string ClassName,
    bool Required,
    bool IsList,
    int Since,
    int Until,
    int Order)
{
    public bool IsInEveryVersion => Since == 0 && Until == VersionTable.LaterOrdinal;
}
