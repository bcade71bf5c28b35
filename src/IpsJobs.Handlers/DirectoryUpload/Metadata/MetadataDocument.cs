using System.Text;
using System.Xml;
using IpsJobs.Core.Assets;

namespace IpsJobs.Handlers.DirectoryUpload;

/// <summary>Reads XML metadata: root <c>ips</c>, one <c>ghw_object</c> per asset, whose attributes are the fields.</summary>
internal static class MetadataDocument
{
    private const string Root = "ips";
    private const string Element = "ghw_object";
    private const string NameAttribute = "vc_objectname";
    private const string NewNameAttribute = "new_vc_objectname";

    // Values are long texts at times, whole documents never.
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
    };

    /// <summary>Whether the root is that of metadata; other XML files are assets.</summary>
    public static bool IsOne(Stream content)
    {
        try
        {
            using var reader = XmlReader.Create(content, Settings);
            return reader.MoveToContent() == XmlNodeType.Element && reader.LocalName == Root;
        }
        catch (Exception other) when (other is XmlException or DecoderFallbackException)
        {
            return false;
        }
    }

    /// <summary>The assets in their order, one at a time.</summary>
    /// <exception cref="MetadataFileException">It is not well-formed; what came before has been handed out.</exception>
    public static IEnumerable<MetadataLine> Read(Stream content)
    {
        using var reader = XmlReader.Create(content, Settings);
        while (Next(reader))
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: Element, Depth: 1 })
                yield return LineOf(reader);
        }
    }

    private static bool Next(XmlReader reader)
    {
        try
        {
            return reader.Read();
        }
        catch (Exception broken) when (broken is XmlException or DecoderFallbackException)
        {
            throw new MetadataFileException("The file is not well-formed", broken);
        }
    }

    private static MetadataLine LineOf(XmlReader reader)
    {
        var number = reader is IXmlLineInfo info && info.HasLineInfo() ? info.LineNumber : 0;
        string? id = null, newId = null;
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        while (reader.MoveToNextAttribute())
        {
            if (reader.Name == NameAttribute)
                id = reader.Value;
            else if (reader.Name == NewNameAttribute)
                newId = reader.Value;
            else if (reader.NamespaceURI != "http://www.w3.org/2000/xmlns/")
                fields[NameOf(reader)] = reader.Value;
        }
        reader.MoveToElement();
        return new MetadataLine(number, id?.Trim() ?? "") { NewName = string.IsNullOrWhiteSpace(newId) ? null : newId.Trim(), Fields = fields };
    }

    // A file may call Dublin Core what it likes; we store the prefix that everybody knows.
    private static string NameOf(XmlReader reader) => reader.NamespaceURI.Length == 0
        ? reader.LocalName
        : $"{XmpNamespaces.PrefixOf(reader.NamespaceURI) ?? reader.Prefix}:{reader.LocalName}";
}
