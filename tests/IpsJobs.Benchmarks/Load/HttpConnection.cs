using System.Net.Sockets;
using System.Text;

namespace IpsJobs.Benchmarks.Load;

/// <summary>One keep-alive connection with as little work of its own as possible, because it shares the machine with the server.</summary>
internal sealed class HttpConnection : IDisposable
{
    private static readonly byte[] HeadEnd = "\r\n\r\n"u8.ToArray();
    private readonly Socket socket;
    private byte[] buffer = new byte[64 * 1024];

    private HttpConnection(Socket socket) => this.socket = socket;

    public static async Task<HttpConnection> OpenAsync(Uri address)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(address.Host, address.Port);
        return new HttpConnection(socket);
    }

    /// <summary>Sends a request and reads the whole answer.</summary>
    /// <returns>HTTP status.</returns>
    public async ValueTask<int> SendAsync(ReadOnlyMemory<byte> request)
    {
        await socket.SendAsync(request);
        var filled = 0;
        while (true)
        {
            if (filled == buffer.Length)
                Array.Resize(ref buffer, buffer.Length * 2);
            var read = await socket.ReceiveAsync(buffer.AsMemory(filled));
            if (read == 0)
                throw new IOException("The server closed the connection");
            filled += read;
            var head = buffer.AsSpan(0, filled).IndexOf(HeadEnd);
            if (head >= 0 && filled >= head + HeadEnd.Length + BodyLength(head))
                return Status();
        }
    }

    public void Dispose() => socket.Dispose();

    private int Status() => int.Parse(Encoding.ASCII.GetString(buffer, 9, 3), System.Globalization.CultureInfo.InvariantCulture);

    private int BodyLength(int headLength)
    {
        var head = buffer.AsSpan(0, headLength);
        var at = head.IndexOf("Content-Length: "u8);
        if (at < 0)
            throw new IOException("The answer has no Content-Length");
        var digits = head[(at + 16)..];
        var length = 0;
        foreach (var digit in digits)
        {
            if (digit is < (byte)'0' or > (byte)'9')
                break;
            length = (length * 10) + digit - '0';
        }

        return length;
    }
}
