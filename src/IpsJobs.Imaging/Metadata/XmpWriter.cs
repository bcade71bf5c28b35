using System.Xml.Linq;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Text;

namespace IpsJobs.Imaging.Metadata;

/// <summary>Writes fields as an XMP packet, as a program for XMP would.</summary>
internal static class XmpWriter
{
    private static readonly XNamespace Rdf = XmpPacket.Rdf;
    private static readonly XNamespace Meta = "adobe:ns:meta/";
    private static readonly HashSet<string> Translated = ["dc:title", "dc:description", "dc:rights"];
    private static readonly HashSet<string> Ordered = ["dc:creator"];

    /// <summary>Fields of unknown name spaces are left out.</summary>
    public static XDocument Write(EmbeddedMetadata metadata)
    {
        var description = new XElement(Rdf + "Description", new XAttribute(Rdf + "about", ""));
        foreach (var (field, value) in metadata.Fields)
            Add(description, field, value);
        if (metadata.Keywords.Count > 0)
            description.Add(List(NameOf(MetadataFields.Keywords)!, "Bag", metadata.Keywords));
        return new XDocument(new XElement(
            Meta + "xmpmeta",
            new XAttribute(XNamespace.Xmlns + "x", Meta.NamespaceName),
            new XElement(Rdf + "RDF", new XAttribute(XNamespace.Xmlns + "rdf", Rdf.NamespaceName), description)));
    }

    private static void Add(XElement description, string field, string value)
    {
        if (NameOf(field) is not { } name)
            return;
        if (Translated.Contains(field))
            description.Add(new XElement(name, new XElement(Rdf + "Alt", new XElement(Rdf + "li", new XAttribute(XNamespace.Xml + "lang", "x-default"), value))));
        else if (Ordered.Contains(field))
            description.Add(List(name, "Seq", XmpKeywords.Parse(value)));
        else
            description.Add(new XElement(name, value));
    }

    private static XElement List(XName name, string kind, IEnumerable<string> values) =>
        new(name, new XElement(Rdf + kind, values.Select(v => new XElement(Rdf + "li", v))));

    private static XName? NameOf(string field) =>
        field.Split(':') is [var prefix, var name] && XmpNamespaces.FindNamespace(prefix) is { } space ? XName.Get(name, space) : null;
}
