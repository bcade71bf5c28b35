using System.Text;
using System.Xml;
using IpsJobs.Core.Faults;

namespace IpsJobs.Soap.Envelopes;

/// <summary>Passes over elements that have no contract, never deeper than a message of the API can be.</summary>
/// <remarks>A parser keeps memory for every open element, so unlimited depth would let a small request cost much.</remarks>
internal static class BoundedXml
{
    public const int MaxDepth = 64;

    /// <summary>Leaves the reader behind the end of the element it stands on.</summary>
    /// <exception cref="RuleViolationException">30003: nested too deeply.</exception>
    public static void Skip(XmlReader xml) => Walk(xml, text: null);

    /// <summary>The text directly in the element the reader stands on; leaves the reader behind its end.</summary>
    /// <remarks>Elements inside it are passed over: some clients send structures where the API has text.</remarks>
    /// <exception cref="RuleViolationException">30003: nested too deeply.</exception>
    public static string ReadText(XmlReader xml)
    {
        var text = new StringBuilder();
        Walk(xml, text);
        return text.ToString();
    }

    private static void Walk(XmlReader xml, StringBuilder? text)
    {
        var depth = xml.Depth;
        if (!xml.IsEmptyElement)
        {
            while (xml.Read() && xml.Depth > depth)
            {
                if (xml.Depth > MaxDepth)
                    throw Violations.InvalidRequestXml($"Elements are nested deeper than {MaxDepth}");
                if (text is not null && xml.Depth == depth + 1 && IsText(xml.NodeType))
                    text.Append(xml.Value);
            }
        }

        xml.Read();
    }

    private static bool IsText(XmlNodeType type) =>
        type is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace;
}
