using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using System.Xml.XPath;

namespace IpsJobs.EndToEnd.Tests.Samples;

/// <summary>An XPath with its prefixes declared before it, as SoapUI writes one.</summary>
internal static partial class SoapUiXPath
{
    /// <summary>The texts of what the expression selects; a number or truth value is one text.</summary>
    public static IReadOnlyList<string> Evaluate(XDocument document, string expression)
    {
        var namespaces = new XmlNamespaceManager(new NameTable());
        foreach (Match declaration in Declaration().Matches(expression))
            namespaces.AddNamespace(declaration.Groups["prefix"].Value, declaration.Groups["uri"].Value);
        var path = Declaration().Replace(expression, "").Trim();
        return document.CreateNavigator().Evaluate(path, namespaces) switch
        {
            XPathNodeIterator nodes => [.. nodes.Cast<XPathNavigator>().Select(node => node.Value)],
            bool truth => [truth ? "true" : "false"],
            var value => [Convert.ToString(value, CultureInfo.InvariantCulture)!],
        };
    }

    [GeneratedRegex(@"declare namespace (?<prefix>\w+)='(?<uri>[^']*)';")]
    private static partial Regex Declaration();
}
