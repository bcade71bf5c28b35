using System.Net;
using System.Net.Sockets;
using IpsJobs.Core.Configuration;

namespace IpsJobs.Core.Outbound;

/// <summary>HTTP connections that obey <see cref="AddressPolicy"/>.</summary>
/// <remarks>The check sits where the socket connects: it sees the address really used, so a redirect or a name that
/// changes its answer cannot slip past it.</remarks>
public static class GuardedHttp
{
    private const int MaxRedirects = 5;

    /// <summary>A handler with at most five redirects, no cookies, no proxy and a connect time-out of 10 s.</summary>
    public static SocketsHttpHandler CreateHandler(OutboundOptions options) => new()
    {
        AllowAutoRedirect = true,
        MaxAutomaticRedirections = MaxRedirects,
        UseCookies = false,
        UseProxy = false,
        AutomaticDecompression = DecompressionMethods.None,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectCallback = (context, cancellationToken) => ConnectAsync(context.DnsEndPoint, options, cancellationToken),
    };

    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint target, OutboundOptions options, CancellationToken cancellationToken)
    {
        var addresses = await Dns.GetHostAddressesAsync(target.Host, cancellationToken);
        var allowed = options.AllowPrivateAddresses ? addresses : [.. addresses.Where(a => !AddressPolicy.IsPrivate(a))];
        if (allowed.Length == 0)
            throw new AddressRefusedException(target.Host);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, target.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
