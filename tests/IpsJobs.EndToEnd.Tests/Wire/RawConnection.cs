using System.Net;
using System.Net.Sockets;

namespace IpsJobs.EndToEnd.Tests.OverTheWire;

/// <summary>Sends bytes as they are over a connection of their own.</summary>
internal static class RawConnection
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);
    private static readonly byte[] EndOfHead = "\r\n\r\n"u8.ToArray();

    /// <summary>Everything that the server answers until it closes the connection.</summary>
    /// <exception cref="OperationCanceledException">The server left the connection open.</exception>
    public static async Task<byte[]> ExchangeAsync(int port, ReadOnlyMemory<byte> request)
    {
        using var patience = new CancellationTokenSource(Longest);
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, port, patience.Token);
        var stream = socket.GetStream();
        using var answer = new MemoryStream();
        if (request.Span.IndexOf("Expect: 100-continue"u8) >= 0)
        {
            var head = request.Span.IndexOf(EndOfHead) + EndOfHead.Length;
            await stream.WriteAsync(request[..head], patience.Token);
            await ReadHeadAsync(stream, answer, patience.Token);
            request = request[head..];
        }

        await stream.WriteAsync(request, patience.Token);
        await stream.CopyToAsync(answer, patience.Token);
        return answer.ToArray();
    }

    // A client that expects "100 Continue" keeps its body back until it has come.
    private static async Task ReadHeadAsync(NetworkStream stream, MemoryStream answer, CancellationToken cancellationToken)
    {
        var buffer = new byte[1];
        while (!answer.ToArray().AsSpan().EndsWith(EndOfHead) && await stream.ReadAsync(buffer, cancellationToken) > 0)
            answer.Write(buffer);
    }
}
