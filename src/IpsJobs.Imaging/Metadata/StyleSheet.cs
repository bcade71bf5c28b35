using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace IpsJobs.Imaging.Metadata;

/// <summary>Reads a style sheet that a company has uploaded, and lets none pass that could read or write anything but its input and output.</summary>
/// <remarks>
/// The program that runs it knows how to forbid the network and writing, but not the reading of files of this machine, so every way to
/// them is refused: further documents, further style sheets, document types, and expressions that are put together at run time.
/// </remarks>
internal static partial class StyleSheet
{
    private const int MaxBytes = 1024 * 1024;

    private static readonly XNamespace Xslt = "http://www.w3.org/1999/XSL/Transform";

    private static readonly HashSet<XName> Elements =
        [Xslt + "import", Xslt + "include", Xslt + "document", XName.Get("document", "http://exslt.org/common")];

    /// <summary>Name spaces of extensions that evaluate texts as expressions, or write.</summary>
    private static readonly string[] Namespaces =
    [
        "http://exslt.org/dynamic", "http://icl.com/saxon", "http://www.jclark.com/xt", "http://xmlsoft.org/XSLT/", "org.apache.xalan",
    ];

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MaxBytes,
        CheckCharacters = true,
    };

    /// <summary>The sheet, to be written anew: what has been looked at here is what runs, whatever two parsers make of the same bytes.</summary>
    /// <exception cref="StyleSheetException">It must not run.</exception>
    public static XDocument Load(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            using var reader = XmlReader.Create(file, Settings);
            var sheet = XDocument.Load(reader);
            foreach (var element in sheet.Descendants())
                Check(element);
            return sheet;
        }
        catch (XmlException)
        {
            throw new StyleSheetException("XML");
        }
    }

    private static void Check(XElement element)
    {
        if (Elements.Contains(element.Name))
            throw new StyleSheetException(element.Name.LocalName);
        foreach (var attribute in element.Attributes())
        {
            if (attribute.IsNamespaceDeclaration && Namespaces.Any(n => attribute.Value.StartsWith(n, StringComparison.Ordinal)))
                throw new StyleSheetException(attribute.Value);
            if (Reading().Match(attribute.Value) is { Success: true } call)
                throw new StyleSheetException(string.Create(CultureInfo.InvariantCulture, $"{call.Groups["function"].Value}()"));
        }
    }

    // Functions of XSLT itself have no prefix.
    [GeneratedRegex(@"(?<![\w.:-])(?<function>document|unparsed-entity-uri)\s*\(", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Reading();
}
