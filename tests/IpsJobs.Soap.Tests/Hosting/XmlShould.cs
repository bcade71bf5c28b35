using System.Xml.Linq;

namespace IpsJobs.Soap.Tests.Hosting;

/// <summary>Compares XML without regard to prefixes and indentation.</summary>
internal static class XmlShould
{
    /// <summary>Order, names, namespaces and texts are the same.</summary>
    /// <param name="actual">What came.</param>
    /// <param name="version">Namespace of every element in <paramref name="expected"/>.</param>
    /// <param name="expected">Without namespaces.</param>
    public static void BeXml(this XElement actual, string version, string expected) =>
        Canonical(actual).Should().Be(Canonical(XElement.Parse(SoapText.InNamespace(expected, version))));

    private static string Canonical(XElement element) => new XElement(Plain(element)).ToString();

    private static XElement Plain(XElement element) => new(
        element.Name,
        element.HasElements ? element.Elements().Select(Plain) : element.Value.Length > 0 ? element.Value : null);
}
