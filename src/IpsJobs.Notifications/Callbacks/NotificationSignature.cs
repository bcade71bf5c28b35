using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace IpsJobs.Notifications.Callbacks;

/// <summary>Proves to a receiver that a notification comes from this server and when it was sent.</summary>
/// <remarks>HMAC-SHA256 over the lines <c>name:value</c> of all X-IPS headers as they stand in the request, names in lower
/// case, in the order they are sent, each line ended by a line feed. The address is left out: proxies rewrite it.</remarks>
public static class NotificationSignature
{
    public const string TimestampHeader = "X-IPS-Timestamp";
    public const string SignatureHeader = "X-IPS-Signature";
    private const string Scheme = "sha256=";

    /// <summary>The headers to add: seconds since 1970 and the signature.</summary>
    /// <param name="headers">The other X-IPS headers.</param>
    /// <param name="secret">What the receiver knows too.</param>
    /// <param name="utcNow">When the request is sent, so that a receiver can refuse a recording of it.</param>
    public static IEnumerable<(string Name, string Value)> Of(
        IEnumerable<(string Name, string Value)> headers, string secret, DateTimeOffset utcNow)
    {
        var timestamp = (Name: TimestampHeader, Value: utcNow.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        var signed = string.Concat(headers.Append(timestamp).Select(h => $"{h.Name.ToLowerInvariant()}:{h.Value}\n"));
        var code = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.ASCII.GetBytes(signed));
        return [timestamp, (SignatureHeader, Scheme + Convert.ToHexStringLower(code))];
    }
}
