using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using IpsJobs.Contracts.Generator.Model;

namespace IpsJobs.Contracts.Generator.Wsdl;

/// <summary>Reads the WSDL; anything it does not understand is an error rather than a gap in the code.</summary>
internal sealed class WsdlReader
{
    private readonly XElement _definitions;
    private readonly Dictionary<string, XName> _messageElements;

    private WsdlReader(XElement definitions)
    {
        _definitions = definitions;
        _messageElements = definitions.Elements(WsdlNames.Wsdl + "message").ToDictionary(
            message => Attribute(message, "name"),
            message => Resolve(Single(message, "part"), "element"));
    }

    /// <exception cref="ContractSourceException">The text is not the WSDL of a document/literal service.</exception>
    public static WsdlContract Read(string text)
    {
        try
        {
            var root = XDocument.Parse(text).Root!;
            if (root.Name != WsdlNames.Wsdl + "definitions")
                throw Invalid($"the root element is '{root.Name.LocalName}', not wsdl:definitions");
            CompileSchemas(root);
            return new WsdlReader(root).ReadContract();
        }
        catch (XmlException exception)
        {
            throw Invalid(exception.Message);
        }
        catch (XmlSchemaException exception)
        {
            throw Invalid(exception.Message);
        }
    }

    private static void CompileSchemas(XElement root)
    {
        var schemas = new XmlSchemaSet { XmlResolver = null };
        foreach (var schema in root.Elements(WsdlNames.Wsdl + "types").Elements(WsdlNames.Xsd + "schema"))
        {
            // A copy of its own keeps the prefixes that the schema inherits from wsdl:definitions.
            var copy = new XElement(schema);
            foreach (var prefix in root.Attributes().Where(a => a.IsNamespaceDeclaration && copy.Attribute(a.Name) is null))
                copy.Add(new XAttribute(prefix));
            using var reader = copy.CreateReader();
            schemas.Add(null, reader);
        }

        schemas.Compile();
    }

    private static ContractSourceException Invalid(string detail) => new(Diagnostics.InvalidWsdlId, detail);

    private static XElement Single(XElement parent, string name)
    {
        var found = parent.Elements(WsdlNames.Wsdl + name).ToArray();
        return found.Length == 1 ? found[0] : throw Invalid($"{parent.Name.LocalName} has {found.Length} '{name}', not one");
    }

    private static string Attribute(XElement element, string name) =>
        element.Attribute(name)?.Value ?? throw Invalid($"a {element.Name.LocalName} has no attribute '{name}'");

    private static XName Resolve(XElement element, string attribute)
    {
        var value = Attribute(element, attribute);
        var colon = value.IndexOf(':');
        var ns = colon < 0 ? element.GetDefaultNamespace() : element.GetNamespaceOfPrefix(value.Substring(0, colon));
        return ns is null ? throw Invalid($"'{value}' has an unknown prefix") : ns + value.Substring(colon + 1);
    }

    private WsdlContract ReadContract()
    {
        var portType = Single(_definitions, "portType");
        var operations = portType.Elements(WsdlNames.Wsdl + "operation").ToArray();
        var requests = operations.Select(operation => ElementOf(Single(operation, "input"))).ToArray();
        var faults = operations.Elements(WsdlNames.Wsdl + "fault").Select(ElementOf).Distinct().ToArray();
        var typesNamespace = requests.Select(name => name.NamespaceName).Distinct().ToArray();
        var baseNamespace = faults.Select(name => name.NamespaceName).Distinct().ToArray();
        if (typesNamespace.Length != 1 || baseNamespace.Length != 1)
            throw Invalid("requests must share one namespace, and so must faults");
        return new WsdlContract(
            Attribute(_definitions, "targetNamespace"),
            typesNamespace[0],
            baseNamespace[0],
            Attribute(portType, "name"),
            [.. ReadTypes(typesNamespace[0]), .. faults.Select(ReadFault)],
            operations.Select(ReadOperation).ToArray());
    }

    private XName ElementOf(XElement reference)
    {
        var message = Resolve(reference, "message").LocalName;
        return _messageElements.TryGetValue(message, out var element)
            ? element
            : throw Invalid($"there is no message '{message}'");
    }

    private WsdlOperation ReadOperation(XElement operation) => new(
        Attribute(operation, "name"),
        ElementOf(Single(operation, "input")).LocalName,
        ElementOf(Single(operation, "output")).LocalName);

    private IEnumerable<WsdlType> ReadTypes(string ns)
    {
        foreach (var item in Schema(ns).Elements())
        {
            if (item.Name == WsdlNames.Xsd + "element")
                yield return ReadRoot(item, TypeRole.Root, ns);
            else if (item.Name == WsdlNames.Xsd + "complexType")
                yield return ReadType(item, Attribute(item, "name"), TypeRole.Complex, ns);
            else
                throw Invalid($"xsd:{item.Name.LocalName} is not understood");
        }
    }

    private WsdlType ReadFault(XName fault)
    {
        var element = Schema(fault.NamespaceName).Elements(WsdlNames.Xsd + "element")
            .FirstOrDefault(candidate => (string?)candidate.Attribute("name") == fault.LocalName);
        return element is null
            ? throw Invalid($"there is no element '{fault}'")
            : ReadRoot(element, TypeRole.Fault, fault.NamespaceName);
    }

    private XElement Schema(string ns) =>
        Single(_definitions, "types").Elements(WsdlNames.Xsd + "schema")
            .FirstOrDefault(schema => Attribute(schema, "targetNamespace") == ns)
        ?? throw Invalid($"there is no schema for '{ns}'");

    private static WsdlType ReadRoot(XElement element, TypeRole role, string ns)
    {
        var name = Attribute(element, "name");
        var type = element.Element(WsdlNames.Xsd + "complexType") ?? throw Invalid($"'{name}' has no type of its own");
        return ReadType(type, name, role, ns);
    }

    private static WsdlType ReadType(XElement type, string name, TypeRole role, string ns)
    {
        var elements = new List<WsdlElement>();
        foreach (var part in type.Elements().Where(part => part.Name != WsdlNames.Xsd + "anyAttribute"))
        {
            if (part.Name != WsdlNames.Xsd + "sequence")
                throw Invalid($"xsd:{part.Name.LocalName} in '{name}' is not understood");
            elements.AddRange(part.Elements().Select(child => ReadElement(child, name)));
        }

        return new WsdlType(name, role, ns, elements);
    }

    private static WsdlElement ReadElement(XElement element, string owner)
    {
        if (element.Name != WsdlNames.Xsd + "element")
            throw Invalid($"xsd:{element.Name.LocalName} in '{owner}' is not understood");
        var type = Resolve(element, "type");
        var max = (string?)element.Attribute("maxOccurs") ?? "1";
        if (max is not ("1" or "unbounded"))
            throw Invalid($"maxOccurs=\"{max}\" in '{owner}' is not understood");
        return new WsdlElement(
            Attribute(element, "name"),
            type.Namespace == WsdlNames.Xsd ? "xsd:" + type.LocalName : type.LocalName,
            ((string?)element.Attribute("minOccurs") ?? "1") != "0",
            max == "unbounded");
    }
}
