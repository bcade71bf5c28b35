using System.Net;
using System.Net.Sockets;

namespace IpsJobs.EndToEnd.Tests.OverTheWire;

/// <summary>Sends bytes as they are over a connection of their own.</summary>
internal static class RawConnection
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Wait = TimeSpan.FromMilliseconds(300);
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

    /// <summary>Sends bytes that may be half a request, and reads until the server closes the connection.</summary>
    /// <param name="port">Port of the server.</param>
    /// <param name="request">What is sent.</param>
    /// <param name="isWhole">False when the server may wait for more: it is told after a while that no more will come.</param>
    /// <returns>Null when the connection was reset: the server had refused before it had read all, and the answer may be lost.</returns>
    /// <exception cref="OperationCanceledException">The server left the connection open although no more will come.</exception>
    public static async Task<byte[]?> TryExchangeAsync(int port, ReadOnlyMemory<byte> request, bool isWhole)
    {
        using var patience = new CancellationTokenSource(Longest);
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, port, patience.Token);
        using var answer = new MemoryStream();
        try
        {
            await socket.GetStream().WriteAsync(request, patience.Token);
            var reading = socket.GetStream().CopyToAsync(answer, patience.Token);
            if (!isWhole && await Task.WhenAny(reading, Task.Delay(Wait, TimeProvider.System, patience.Token)) != reading)
                socket.Client.Shutdown(SocketShutdown.Send);
            await reading;
        }
        catch (Exception reset) when (reset is IOException or SocketException)
        {
            return null;
        }

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
