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
        return encoding.IsPlainUtf8
            ? XmlReader.Create(body.OpenRead(), Settings)
            : XmlReader.Create(Text(body, encoding), Settings);
    }

    // Reading from text makes the parser pass over the encoding that the declaration names.
    private static StreamReader Text(PooledBuffer body, XmlEncoding encoding) =>
        new(body.OpenRead(encoding.MarkLength), encoding.Encoding, detectEncodingFromByteOrderMarks: false);
}
