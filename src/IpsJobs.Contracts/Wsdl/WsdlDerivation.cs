using System.Xml.Linq;
using IpsJobs.Contracts.Generator.Model;

namespace IpsJobs.Contracts;

/// <summary>Turns the WSDL of the latest version into that of another, in place.</summary>
internal sealed class WsdlDerivation(XElement definitions, VersionTable versions, ContractVersion version, IReadOnlySet<string>? offered)
{
    private static readonly XNamespace Wsdl = "http://schemas.xmlsoap.org/wsdl/";
    private static readonly XNamespace Xsd = "http://www.w3.org/2001/XMLSchema";

    // The prefixes that the WSDL declares for the namespace of its version and for the one shared by all.
    private const string VersionPrefix = "ips";
    private const string BasePrefix = "base";

    public void Apply(string serviceUrl)
    {
        RemoveOperations();
        UseHeader();
        foreach (var row in versions.Rows.Where(row => row.Kind == "element"))
            ApplyElement(row);
        RemoveUnreachable();
        ReplaceNamespace();
        foreach (var port in definitions.Elements(Wsdl + "service").Elements(Wsdl + "port").Elements())
            port.SetAttributeValue("location", serviceUrl);
    }

    private static string? NameOf(XElement element) => (string?)element.Attribute("name");

    private static XElement ToElement(VersionRow row)
    {
        var type = row.SchemaType.StartsWith("xsd:", StringComparison.Ordinal) ? row.SchemaType : $"{VersionPrefix}:{row.SchemaType}";
        var element = new XElement(Xsd + "element", new XAttribute("name", row.Element), new XAttribute("type", type));
        if (row.Min != "1")
            element.SetAttributeValue("minOccurs", row.Min);
        if (row.Max != "1")
            element.SetAttributeValue("maxOccurs", row.Max);
        return element;
    }

    private bool Has(VersionRow row) => row.IsIn(version.ReadOrdinal);

    private XElement Schema(string ns) =>
        definitions.Elements(Wsdl + "types").Elements(Xsd + "schema").Single(schema => (string?)schema.Attribute("targetNamespace") == ns);

    private XElement VersionSchema() => Schema(ContractVersion.Latest.Namespace);

    private void RemoveOperations()
    {
        var gone = ContractOperations.All
            .Where(operation => operation.Since.Ordinal > version.ReadOrdinal || offered?.Contains(operation.Name) == false)
            .Select(operation => operation.Name).ToHashSet(StringComparer.Ordinal);
        definitions.Descendants(Wsdl + "operation").Where(operation => gone.Contains(NameOf(operation)!)).Remove();
        var messages = gone.SelectMany(name => new[] { name + "Input", name + "Output" }).ToHashSet(StringComparer.Ordinal);
        definitions.Elements(Wsdl + "message").Where(message => messages.Contains(NameOf(message)!)).Remove();
    }

    // Older versions bind the header of the shared namespace.
    private void UseHeader()
    {
        foreach (var row in versions.Rows.Where(row => row.Kind == "header" && !Has(row)))
        {
            foreach (var part in definitions.Elements(Wsdl + "message").Elements(Wsdl + "part"))
            {
                if ((string?)part.Attribute("element") == $"{VersionPrefix}:{row.Name}")
                    part.SetAttributeValue("element", $"{BasePrefix}:{row.Name}");
            }
        }
    }

    private void ApplyElement(VersionRow row)
    {
        var sequence = VersionSchema().Elements().Single(item => NameOf(item) == row.Name).Descendants(Xsd + "sequence").Single();
        if (!row.IsAddition && !Has(row))
            Child(sequence, row.Element).Remove();
        else if (row.IsAddition && Has(row) && row.After.Length == 0)
            sequence.AddFirst(ToElement(row));
        else if (row.IsAddition && Has(row))
            Child(sequence, row.After).AddAfterSelf(ToElement(row));
    }

    private static XElement Child(XElement sequence, string name) =>
        sequence.Elements(Xsd + "element").Single(child => NameOf(child) == name);

    private void RemoveUnreachable()
    {
        var items = VersionSchema().Elements().ToDictionary(item => NameOf(item)!);
        var reached = new HashSet<string>();
        var next = new Stack<string>(References(definitions.Elements(Wsdl + "message").Elements(), "element"));
        while (next.TryPop(out var name))
        {
            if (!reached.Add(name))
                continue;
            foreach (var inner in References(items[name].Descendants(Xsd + "element"), "type"))
                next.Push(inner);
        }

        items.Where(item => !reached.Contains(item.Key)).Select(item => item.Value).Remove();
    }

    private static IEnumerable<string> References(IEnumerable<XElement> elements, string attribute) =>
        elements.Select(element => (string?)element.Attribute(attribute) ?? "")
            .Where(value => value.StartsWith(VersionPrefix + ":", StringComparison.Ordinal))
            .Select(value => value[(VersionPrefix.Length + 1)..]);

    private void ReplaceNamespace()
    {
        definitions.SetAttributeValue(XNamespace.Xmlns + VersionPrefix, version.Namespace);
        var schema = VersionSchema();
        schema.SetAttributeValue("targetNamespace", version.Namespace);
        if (version.Namespace != ContractVersion.BaseNamespace)
            return;

        // Without a version both schemas are of one namespace, which some clients accept from one schema only.
        schema.Remove();
        Schema(ContractVersion.BaseNamespace).Add(schema.Nodes());
    }
}
