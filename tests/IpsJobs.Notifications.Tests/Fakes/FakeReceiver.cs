using System.Net;
using System.Net.Sockets;
using System.Text;

namespace IpsJobs.Notifications.Tests.Fakes;

/// <summary>An HTTP server that shows the bytes of each request and answers as the test says.</summary>
internal sealed class FakeReceiver : IDisposable
{
    public const string Ok = "HTTP/1.1 204 No Content\r\n\r\n";
    public const string Broken = "HTTP/1.1 500 Oops\r\nContent-Length: 0\r\n\r\n";

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly CancellationToken stopped;

    public FakeReceiver()
    {
        stopped = stop.Token;
        listener.Start();
        Address = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
        _ = AcceptAsync();
    }

    public string Address { get; }

    /// <summary>Request line and headers of every request.</summary>
    public Signal<string> Requests { get; } = new();

    /// <summary>Answer by request; null answers never.</summary>
    public Func<string, string?> OnRequest { get; set; } = _ => Ok;

    public static string Redirect(string location) => $"HTTP/1.1 302 Found\r\nLocation: {location}\r\nContent-Length: 0\r\n\r\n";

    /// <summary>Refuses every connection from now on.</summary>
    public void Close() => listener.Stop();

    public void Dispose()
    {
        stop.Cancel();
        listener.Dispose();
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = TalkAsync(await listener.AcceptTcpClientAsync(stopped));
        }
        catch (Exception closed) when (closed is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Closed, or the test is over.
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                await ServeAsync(client.GetStream());
            }
            catch (Exception gone) when (gone is IOException or OperationCanceledException)
            {
                // The caller hung up, or the test is over.
            }
        }
    }

    private async Task ServeAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.Latin1);
        while (await ReadHeadAsync(reader) is { Length: > 0 } head)
        {
            Requests.Add(head);
            if (OnRequest(head) is { } answer)
                await stream.WriteAsync(Encoding.Latin1.GetBytes(answer), stopped);
        }
    }

    private async Task<string> ReadHeadAsync(StreamReader reader)
    {
        var head = new StringBuilder();
        while (await reader.ReadLineAsync(stopped) is { Length: > 0 } line)
            head.Append(line).Append('\n');
        return head.ToString();
    }
}
