using System.Globalization;
using System.Text;

namespace IpsJobs.Benchmarks.Load;

/// <summary>A request with a place for a running number, so that no two requests are the same.</summary>
/// <param name="address">Where it is posted to.</param>
/// <param name="body">Body with one <c>0000000000</c> where the number goes.</param>
internal sealed class RequestTemplate(Uri address, string body)
{
    private const string Place = "0000000000";
    private readonly byte[] bytes = Compose(address, body);

    // One count for all runs: a name that a run before has scheduled would be refused.
    private static long number;

    public byte[] Next()
    {
        var copy = bytes.AsSpan().ToArray();
        var at = copy.AsSpan().LastIndexOf("0000000000"u8);
        Interlocked.Increment(ref number).TryFormat(copy.AsSpan(at, Place.Length), out _, "D10", CultureInfo.InvariantCulture);
        return copy;
    }

    private static byte[] Compose(Uri address, string body)
    {
        var length = Encoding.UTF8.GetByteCount(body);
        return Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture,
            $"POST {address.AbsolutePath} HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Type: text/xml; charset=utf-8\r\nSOAPAction: \"submitJob\"\r\nContent-Length: {length}\r\n\r\n{body}"));
    }
}
