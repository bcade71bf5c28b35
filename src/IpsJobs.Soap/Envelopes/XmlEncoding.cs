using System.Text;
using IpsJobs.Core.Faults;

namespace IpsJobs.Soap.Envelopes;

/// <summary>How the characters of a request are encoded: by byte order mark, XML declaration or Content-Type, else UTF-8.</summary>
/// <param name="Encoding">Refuses illegal bytes with a <see cref="DecoderFallbackException"/>.</param>
/// <param name="MarkLength">Bytes of the byte order mark.</param>
/// <param name="IsPlainUtf8">True when an XML parser comes to the same conclusion from the bytes alone.</param>
internal sealed record XmlEncoding(Encoding Encoding, int MarkLength, bool IsPlainUtf8)
{
    private const int MaxDeclaration = 200;

    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding Utf16Little = new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true);
    private static readonly Encoding Utf16Big = new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true);
    private static readonly XmlEncoding Plain = new(Utf8, 0, IsPlainUtf8: true);

    /// <exception cref="RuleViolationException">30003: the encoding named is not known.</exception>
    public static XmlEncoding Detect(ReadOnlySpan<byte> body, string? charset) => body switch
    {
        [0xEF, 0xBB, 0xBF, ..] => new(Utf8, 3, IsPlainUtf8: false),
        [0xFF, 0xFE, ..] => new(Utf16Little, 2, IsPlainUtf8: false),
        [0xFE, 0xFF, ..] => new(Utf16Big, 2, IsPlainUtf8: false),
        [(byte)'<', 0, ..] => new(Utf16Little, 0, IsPlainUtf8: false),
        [0, (byte)'<', ..] => new(Utf16Big, 0, IsPlainUtf8: false),
        _ => Named(Declared(body), charset),
    };

    private static XmlEncoding Named(string? declared, string? charset)
    {
        if (IsUtf8(declared) || (declared is null && (charset is null || IsUtf8(charset))))
            return Plain;
        // A declaration that was readable as single bytes cannot be right about UTF-16; programs that print XML
        // from a string and send it as UTF-8 write such declarations.
        var name = declared is null || declared.StartsWith("utf-16", StringComparison.OrdinalIgnoreCase) ? charset : declared;
        return new(name is null || IsUtf8(name) ? Utf8 : Find(name), 0, IsPlainUtf8: false);
    }

    private static bool IsUtf8(string? name) => string.Equals(name, "utf-8", StringComparison.OrdinalIgnoreCase);

    private static Encoding Find(string name)
    {
        try
        {
            var (encode, decode) = (EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
            return CodePagesEncodingProvider.Instance.GetEncoding(name, encode, decode) ?? Encoding.GetEncoding(name, encode, decode);
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            throw Violations.InvalidRequestXml("The character encoding is not supported");
        }
    }

    private static string? Declared(ReadOnlySpan<byte> body)
    {
        if (!body.StartsWith("<?xml"u8))
            return null;
        var head = body[..Math.Min(body.Length, MaxDeclaration)];
        var end = head.IndexOf("?>"u8);
        var start = head.IndexOf("encoding"u8);
        return start < 0 || start > end ? null : Quoted(head[(start + "encoding".Length)..end]);
    }

    private static string? Quoted(ReadOnlySpan<byte> text)
    {
        var open = text.IndexOfAny((byte)'"', (byte)'\'');
        if (open < 0)
            return null;
        var rest = text[(open + 1)..];
        var close = rest.IndexOf(text[open]);
        return close <= 0 ? null : Encoding.ASCII.GetString(rest[..close]);
    }
}
