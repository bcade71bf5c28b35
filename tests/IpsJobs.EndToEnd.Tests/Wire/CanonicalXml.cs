using System.Xml.Linq;

namespace IpsJobs.EndToEnd.Tests.OverTheWire;

/// <summary>One text for documents that mean the same: no prefixes, attributes in order, one element a line.</summary>
internal static class CanonicalXml
{
    public static string Of(XElement element) => new XDocument(Plain(element)).ToString().ReplaceLineEndings("\n") + "\n";

    private static XElement Plain(XElement element) => new(
        element.Name,
        element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration)
            .OrderBy(attribute => attribute.Name.ToString(), StringComparer.Ordinal).Select(attribute => new XAttribute(attribute)),
        element.HasElements ? element.Elements().Select(Plain) : element.Value.Length > 0 ? element.Value : null);

    /// <summary>The element in the bytes of a document.</summary>
    public static XElement Parse(byte[] document) => XDocument.Load(new MemoryStream(document)).Root!;
}
