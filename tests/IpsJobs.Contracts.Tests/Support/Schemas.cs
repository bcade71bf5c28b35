using System.Xml.Linq;
using System.Xml.Schema;

namespace IpsJobs.Contracts.Tests.Support;

/// <summary>The schemas inside a version's WSDL, compiled.</summary>
internal static class Schemas
{
    private static readonly XNamespace Xsd = "http://www.w3.org/2001/XMLSchema";

    public static XDocument Wsdl(ContractVersion version) =>
        XDocument.Parse(WsdlDocument.For(version, "https://jobs.example.com/scene7/services/IpsApiService"));

    public static XmlSchemaSet Of(ContractVersion version)
    {
        var root = Wsdl(version).Root!;
        var schemas = new XmlSchemaSet { XmlResolver = null };
        foreach (var schema in root.Descendants(Xsd + "schema"))
        {
            // A schema taken out of the WSDL loses the prefixes declared above it.
            var copy = new XElement(schema);
            copy.Add(root.Attributes().Where(attribute => attribute.IsNamespaceDeclaration));
            using var reader = copy.CreateReader();
            schemas.Add(null, reader);
        }

        schemas.Compile();
        return schemas;
    }
}
