using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace IpsJobs.EndToEnd.Tests.OverTheWire;

/// <summary>A reply taken off a connection.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Headers">By name, without case; a repeated one keeps its last value.</param>
/// <param name="Content">The body as it was sent.</param>
internal sealed record HttpReply(int Status, IReadOnlyDictionary<string, string> Headers, byte[] Content)
{
    private static readonly byte[] EndOfHead = "\r\n\r\n"u8.ToArray();

    /// <summary>The body, inflated.</summary>
    public byte[] Body
    {
        get
        {
            if (Header("Content-Encoding") != "gzip")
                return Content;
            using var inflated = new MemoryStream();
            using (var gzip = new GZipStream(new MemoryStream(Content), CompressionMode.Decompress))
                gzip.CopyTo(inflated);
            return inflated.ToArray();
        }
    }

    public string? Header(string name) => Headers.GetValueOrDefault(name);

    /// <summary>All replies of a connection, also interim ones such as 100.</summary>
    /// <exception cref="InvalidDataException">The bytes are not whole replies with a length each.</exception>
    public static IReadOnlyList<HttpReply> ParseAll(ReadOnlySpan<byte> bytes)
    {
        var replies = new List<HttpReply>();
        while (!bytes.IsEmpty)
        {
            var end = bytes.IndexOf(EndOfHead);
            if (end < 0)
                throw new InvalidDataException("The head of a reply is cut off: " + Encoding.Latin1.GetString(bytes));
            var reply = ParseHead(Encoding.Latin1.GetString(bytes[..end]), out var length);
            bytes = bytes[(end + EndOfHead.Length)..];
            if (bytes.Length < length)
                throw new InvalidDataException($"A reply of {length} bytes ends after {bytes.Length}");
            replies.Add(reply with { Content = bytes[..length].ToArray() });
            bytes = bytes[length..];
        }

        return replies;
    }

    private static HttpReply ParseHead(string head, out int length)
    {
        var lines = head.Split("\r\n");
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in lines.Skip(1))
            headers[line[..line.IndexOf(':', StringComparison.Ordinal)]] = line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
        length = int.Parse(headers.GetValueOrDefault("Content-Length", "0"), CultureInfo.InvariantCulture);
        return new HttpReply(int.Parse(lines[0].Split(' ')[1], CultureInfo.InvariantCulture), headers, []);
    }
}
