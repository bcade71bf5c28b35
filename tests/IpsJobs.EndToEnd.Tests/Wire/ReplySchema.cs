using System.Collections.Concurrent;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using IpsJobs.Contracts;

namespace IpsJobs.EndToEnd.Tests.OverTheWire;

/// <summary>Validates messages by the schemas of the WSDL that a client of their version would have been generated from.</summary>
internal static class ReplySchema
{
    private static readonly XNamespace Xsd = "http://www.w3.org/2001/XMLSchema";
    private static readonly ConcurrentDictionary<string, XmlSchemaSet> Compiled = new();

    /// <summary>What is wrong with the message; empty when it is valid. An element that the version does not define is an error.</summary>
    public static IReadOnlyList<string> FindErrors(ContractVersion version, XElement message)
    {
        var errors = new List<string>();
        var settings = new XmlReaderSettings
        {
            ValidationType = ValidationType.Schema,
            Schemas = Compiled.GetOrAdd(version.Namespace, _ => Compile(version)),
        };
        settings.ValidationFlags |= XmlSchemaValidationFlags.ReportValidationWarnings;
        settings.ValidationEventHandler += (_, e) => errors.Add(e.Message);
        using var plain = message.CreateReader();
        using var reader = XmlReader.Create(plain, settings);
        while (reader.Read())
        {
        }

        return errors;
    }

    private static XmlSchemaSet Compile(ContractVersion version)
    {
        var wsdl = XDocument.Parse(WsdlDocument.For(version, "http://localhost/")).Root!;
        var schemas = new XmlSchemaSet { XmlResolver = null };
        foreach (var schema in wsdl.Descendants(Xsd + "schema"))
        {
            // A schema taken out of the WSDL loses the prefixes declared above it.
            var copy = new XElement(schema);
            copy.Add(wsdl.Attributes().Where(attribute => attribute.IsNamespaceDeclaration));
            using var reader = copy.CreateReader();
            schemas.Add(null, reader);
        }

        schemas.Compile();
        return schemas;
    }
}
