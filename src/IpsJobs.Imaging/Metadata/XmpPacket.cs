using System.Xml;
using System.Xml.Linq;

namespace IpsJobs.Imaging.Metadata;

/// <summary>Reads an XMP packet as XML, within limits and without anything from outside.</summary>
internal static class XmpPacket
{
    public const int MaxBytes = 4 * 1024 * 1024;

    private const int MaxDepth = 32;
    private const int MaxDepthOfProperty = 8;
    private const int MaxNodes = 10_000;
    private const int MaxNodesOfProperty = 2000;
    private const int MaxNamespaces = 64;
    private const int MaxNamespace = 512;

    /// <summary>Name space of what XMP is written in.</summary>
    public static readonly XNamespace Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

    private static readonly XName Description = Rdf + "Description";

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MaxBytes,
        CheckCharacters = true,
        IgnoreComments = true,
    };

    /// <returns>The document; null also when it is none.</returns>
    public static XDocument? FindOrNull(byte[] packet)
    {
        try
        {
            return Find(packet);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    /// <returns>The document; null when it is more than is read.</returns>
    /// <exception cref="XmlException">It is no XML, or has a document type.</exception>
    public static XDocument? Find(byte[] packet)
    {
        // Packets are padded, and some writers end them with zeros.
        var length = packet.AsSpan().TrimEnd("\0 \r\n\t"u8).Length;
        if (length > MaxBytes || !IsShallow(packet, length))
            return null;
        using var stream = new MemoryStream(packet, 0, length);
        using var reader = XmlReader.Create(stream, Settings);
        var document = XDocument.Load(reader);
        // The parser behind wants the name space here, wherever else it is declared.
        foreach (var root in document.Descendants(Rdf + "RDF").Where(r => !r.HasAttributes))
            root.Add(new XAttribute(XNamespace.Xmlns + "rdf", Rdf.NamespaceName));
        // Editors note every ancestor of a picture, by the ten thousands: nobody asks for those.
        foreach (var property in document.Descendants(Description).Elements().Where(e => Count(e) > MaxNodesOfProperty || IsDeep(e)).ToList())
            property.Remove();
        return Count(document.Root!) <= MaxNodes && HasFewNamespaces(document) ? document : null;
    }

    // The parser behind calls itself for every level, and a thread that has no stack left takes the server with it.
    private static bool IsShallow(byte[] packet, int length)
    {
        using var stream = new MemoryStream(packet, 0, length);
        using var reader = XmlReader.Create(stream, Settings);
        while (reader.Read())
        {
            if (reader.Depth > MaxDepth)
                return false;
        }
        return true;
    }

    // To list the parts of a property takes twice as long for each level.
    private static bool IsDeep(XElement property)
    {
        var above = property.Ancestors().Count();
        return property.Descendants().Any(e => e.Ancestors().Count() - above > MaxDepthOfProperty);
    }

    private static bool HasFewNamespaces(XDocument document)
    {
        var names = document.Descendants().Attributes().Where(a => a.IsNamespaceDeclaration).Select(a => a.Value).Distinct().ToList();
        return names.Count <= MaxNamespaces && names.TrueForAll(n => n.Length <= MaxNamespace);
    }

    private static int Count(XElement element) => element.DescendantsAndSelf().Sum(e => 1 + e.Attributes().Count());
}
