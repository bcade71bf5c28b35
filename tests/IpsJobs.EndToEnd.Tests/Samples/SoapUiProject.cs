using System.Xml.Linq;
using IpsJobs.Testing;

namespace IpsJobs.EndToEnd.Tests.Samples;

/// <summary>The SoapUI project among the samples.</summary>
internal sealed class SoapUiProject(XDocument document)
{
    public static readonly XNamespace Con = "http://eviware.com/soapui/config";

    public static string Path { get; } = RepositoryFolder.Of("samples", "soapui", "IpsJobs-soapui-project.xml");

    public XDocument Document => document;

    public IEnumerable<XElement> Interfaces => document.Root!.Elements(Con + "interface");

    public IEnumerable<XElement> Cases => document.Root!.Elements(Con + "testSuite").Elements(Con + "testCase");

    /// <summary>Operations that a step of any test case calls.</summary>
    public IEnumerable<string> CalledOperations => Cases.Descendants(Con + "config").Elements(Con + "operation").Select(e => e.Value).Distinct();

    public static SoapUiProject Load() => new(XDocument.Load(Path, LoadOptions.PreserveWhitespace));

    /// <summary>Names with values of the properties of a project, test suite or test case.</summary>
    public static Dictionary<string, string> PropertiesOf(XElement owner) => owner.Elements(Con + "properties").Elements(Con + "property")
        .ToDictionary(property => property.Element(Con + "name")!.Value, property => property.Element(Con + "value")?.Value ?? "");

    public static string NameOf(XElement item) => item.Attribute("name")!.Value;

    public XElement Interface(string name) => Interfaces.Single(candidate => NameOf(candidate) == name);
}
