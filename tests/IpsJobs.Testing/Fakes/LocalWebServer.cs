using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace IpsJobs.Testing.Fakes;

/// <summary>A small HTTP server on the loopback address: one request per connection, answers from a table.</summary>
public sealed class LocalWebServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<string, Func<LocalRequest, Task<LocalResponse>>> answers = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<LocalRequest> requests = new();
    private readonly CancellationTokenSource closing = new();
    private readonly Lock gate = new();
    private int open;
    private int mostOpen;

    public LocalWebServer()
    {
        listener.Start();
        _ = AcceptAsync();
    }

    public IReadOnlyList<LocalRequest> Requests => [.. requests];

    /// <summary>Most requests that were being answered at the same time.</summary>
    public int MostOpen => mostOpen;

    private int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public string UrlOf(string path, string userInfo = "") => $"http://{(userInfo.Length > 0 ? userInfo + "@" : "")}127.0.0.1:{Port}{path}";

    public void Answer(string path, LocalResponse response) => Answer(path, _ => Task.FromResult(response));

    public void Answer(string path, Func<LocalRequest, Task<LocalResponse>> respond) => answers[path] = respond;

    public void Dispose()
    {
        closing.Cancel();
        listener.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = ServeAsync(await listener.AcceptTcpClientAsync(closing.Token));
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The server was disposed of.
        }
    }

    private async Task ServeAsync(TcpClient connection)
    {
        try
        {
            using var _ = connection;
            var stream = connection.GetStream();
            if (await ReadAsync(stream) is not { } request)
                return;
            requests.Enqueue(request);
            Count(+1);
            try
            {
                var respond = answers.GetValueOrDefault(request.Path) ?? (_ => Task.FromResult(new LocalResponse(404)));
                await WriteAsync(stream, await respond(request));
            }
            finally
            {
                Count(-1);
            }
        }
        catch (Exception broken) when (broken is IOException or SocketException or ObjectDisposedException)
        {
            // The client went away, which some tests do on purpose.
        }
    }

    private void Count(int change)
    {
        lock (gate)
            mostOpen = Math.Max(mostOpen, open += change);
    }

    private static async Task<LocalRequest?> ReadAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.Latin1, leaveOpen: true);
        if (await reader.ReadLineAsync() is not { Length: > 0 } first)
            return null;
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (await reader.ReadLineAsync() is { Length: > 0 } line)
            headers[line[..line.IndexOf(':', StringComparison.Ordinal)]] = line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
        return new LocalRequest(first.Split(' ')[1], headers);
    }

    private static async Task WriteAsync(NetworkStream stream, LocalResponse response)
    {
        var length = (response.DeclaredLength ?? response.Body.Length).ToString(CultureInfo.InvariantCulture);
        var head = new StringBuilder($"HTTP/1.1 {response.Status} Text\r\nConnection: close\r\n");
        if (response.DeclaredLength is not < 0)
            head.Append(CultureInfo.InvariantCulture, $"Content-Length: {length}\r\n");
        if (response.Location is { } location)
            head.Append(CultureInfo.InvariantCulture, $"Location: {location}\r\n");
        await stream.WriteAsync(Encoding.Latin1.GetBytes(head.Append("\r\n").ToString()));
        await stream.WriteAsync(response.Body);
    }
}
