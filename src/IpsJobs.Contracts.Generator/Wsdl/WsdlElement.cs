namespace IpsJobs.Contracts.Generator.Wsdl;

/// <summary>A child element as the schema has it.</summary>
/// <param name="Type"><c>xsd:</c> and a local name for built-in types, otherwise the name of a complex type.</param>
internal sealed record WsdlElement(string Name, string Type, bool Required, bool IsList);
