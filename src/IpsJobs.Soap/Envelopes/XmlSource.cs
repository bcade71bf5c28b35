using System.Runtime.InteropServices;
using System.Xml;

namespace IpsJobs.Soap.Envelopes;

/// <summary>Opens the XML of a request for reading.</summary>
internal static class XmlSource
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    };

    /// <summary>A reader over the buffered body, which must outlive it.</summary>
    /// <param name="body">The whole body.</param>
    /// <param name="charset">The charset of the Content-Type; null when there is none.</param>
    public static XmlReader Open(PooledBuffer body, string? charset)
    {
        var encoding = XmlEncoding.Detect(body.Written.Span, charset);
        if (!encoding.IsPlainUtf8)
            return OpenText(encoding.Encoding.GetString(body.Written.Span[encoding.MarkLength..]));
        TagLimit.Check(body.Written.Span);
        return XmlReader.Create(body.OpenRead(), Settings);
    }

    // Reading from text makes the parser pass over the encoding that the declaration names.
    private static XmlReader OpenText(string text)
    {
        TagLimit.Check<ushort>(MemoryMarshal.Cast<char, ushort>(text));
        return XmlReader.Create(new StringReader(text), Settings);
    }
}
