using System.Text;
using IpsJobs.Core.Accounts;

namespace IpsJobs.Soap.Security;

/// <summary>Credentials of HTTP Basic authentication, the last place they are looked for.</summary>
internal static class BasicCredentials
{
    private const string Scheme = "Basic ";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads an Authorization header; null when it is absent, of another scheme or malformed.</summary>
    public static Credentials? Find(string? authorization)
    {
        if (authorization is null || !authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return null;
        var encoded = authorization[Scheme.Length..].Trim();
        var bytes = new byte[encoded.Length];
        if (!Convert.TryFromBase64String(encoded, bytes, out var length))
            return null;
        return Split(Decode(bytes.AsSpan(0, length)));
    }

    private static Credentials? Split(string pair)
    {
        var colon = pair.IndexOf(':', StringComparison.Ordinal);
        return colon <= 0 ? null : new Credentials(pair[..colon], pair[(colon + 1)..]);
    }

    // Old clients send ISO-8859-1, which is hardly ever legal UTF-8.
    private static string Decode(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Utf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(bytes);
        }
    }
}
