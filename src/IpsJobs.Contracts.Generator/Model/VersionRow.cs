namespace IpsJobs.Contracts.Generator.Model;

/// <summary>One row of the versions file: an element, operation or header that not every version has.</summary>
/// <param name="Kind"><c>element</c>, <c>operation</c> or <c>header</c>.</param>
/// <param name="Name">The type, request, reply, operation or header.</param>
/// <param name="Element">The child element; empty unless the kind is <c>element</c>.</param>
/// <param name="SchemaType">For elements that the WSDL lacks: their type; otherwise empty.</param>
/// <param name="After">For elements that the WSDL lacks: the element before them; empty when they come first.</param>
internal sealed record VersionRow(
    string Kind,
    string Name,
    string Element,
    int Since,
    int Until,
    string SchemaType,
    string Min,
    string Max,
    string After)
{
    /// <summary>Whether the row brings an element that the WSDL does not have.</summary>
    public bool IsAddition => SchemaType.Length > 0;

    public bool IsIn(int ordinal) => ordinal >= Since && ordinal <= Until;
}
