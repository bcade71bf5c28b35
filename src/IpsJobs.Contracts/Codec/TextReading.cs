using System.Text;
using System.Xml;

namespace IpsJobs.Contracts;

/// <summary>Reads the character content of a simple element and leaves the reader behind its end.</summary>
internal sealed class TextReading(XmlReader reader)
{
    /// <summary>The text as it stands; CDATA sections, comments and processing instructions may divide it.</summary>
    public string ReadString()
    {
        var element = reader.LocalName;
        if (reader.IsEmptyElement)
        {
            reader.Read();
            return "";
        }

        Advance();
        if (reader.NodeType != XmlNodeType.Text)
            return ReadParts("", element);
        var text = reader.Value;
        Advance();
        if (reader.NodeType != XmlNodeType.EndElement)
            return ReadParts(text, element);
        reader.Read();
        return text;
    }

    /// <summary>The text without white space around it.</summary>
    public ReadOnlySpan<char> ReadScalar() => XmlText.Trim(ReadString());

    // A builder, because thousands of small CDATA sections added one by one would take quadratic time.
    private string ReadParts(string first, string element)
    {
        StringBuilder? parts = null;
        while (reader.NodeType != XmlNodeType.EndElement)
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    throw ContractFormatException.Unknown(reader.LocalName, element);
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                    (parts ??= new StringBuilder(first)).Append(reader.Value);
                    break;
            }

            Advance();
        }

        reader.Read();
        return parts?.ToString() ?? first;
    }

    private void Advance()
    {
        if (!reader.Read())
            throw new XmlException("The document ends inside an element");
    }
}
