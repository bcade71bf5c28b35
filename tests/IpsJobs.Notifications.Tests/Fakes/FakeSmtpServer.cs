using System.Net;
using System.Net.Sockets;
using System.Text;

namespace IpsJobs.Notifications.Tests.Fakes;

/// <summary>A mail server of RFC 5321 as far as a sender sees it, which can refuse, put off, hang up or say nothing.</summary>
internal sealed class FakeSmtpServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly CancellationToken stopped;
    private int connections;

    public FakeSmtpServer()
    {
        stopped = stop.Token;
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        _ = AcceptAsync();
    }

    public int Port { get; }

    public int Connections => Volatile.Read(ref connections);

    public Signal<ReceivedMail> Mails { get; } = new();

    /// <summary>Every command line, in order.</summary>
    public Signal<string> Commands { get; } = new();

    /// <summary>Answer to RCPT by recipient; null hangs up, an empty one is never given.</summary>
    public Func<string, string?> OnRecipient { get; set; } = _ => "250 OK";

    /// <summary>Answer to a received mail; null hangs up.</summary>
    public Func<ReceivedMail, string?> OnMail { get; set; } = _ => "250 OK";

    /// <summary>Null says nothing, as a firewall that swallows packets.</summary>
    public string? Greeting { get; set; } = "220 test ESMTP";

    public bool OffersLogin { get; set; }

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
        Interlocked.Increment(ref connections);
        using (client)
        {
            try
            {
                await ServeAsync(client.GetStream());
            }
            catch (Exception gone) when (gone is IOException or OperationCanceledException)
            {
                // The sender hung up, or the test is over.
            }
        }
    }

    private async Task ServeAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.Latin1);
        await using var writer = new StreamWriter(stream, Encoding.ASCII) { NewLine = "\r\n", AutoFlush = true };
        if (Greeting is null)
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stopped);
        await writer.WriteLineAsync(Greeting);
        var recipient = "";
        while (await reader.ReadLineAsync(stopped) is { } line)
        {
            Commands.Add(line);
            if (line.StartsWith("RCPT TO:", StringComparison.OrdinalIgnoreCase))
                recipient = line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)];
            if (await AnswerAsync(line, recipient, reader, writer) is not { } answer)
                return;
            if (answer.Length == 0)
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stopped);
            await writer.WriteLineAsync(answer);
            if (line == "QUIT")
                return;
        }
    }

    private async Task<string?> AnswerAsync(string line, string recipient, StreamReader reader, StreamWriter writer)
    {
        switch (line.Split(' ')[0].ToUpperInvariant())
        {
            case "EHLO":
                return OffersLogin ? "250-test\r\n250 AUTH PLAIN" : "250 test";
            case "AUTH":
                return "235 Welcome";
            case "RCPT":
                return OnRecipient(recipient);
            case "DATA":
                await writer.WriteLineAsync("354 Go on");
                var mail = new ReceivedMail(recipient, await ReadDataAsync(reader));
                var answer = OnMail(mail);
                if (answer?.StartsWith("250", StringComparison.Ordinal) == true)
                    Mails.Add(mail);
                return answer;
            case "QUIT":
                return "221 Bye";
            default:
                return "250 OK";
        }
    }

    private async Task<string> ReadDataAsync(StreamReader reader)
    {
        var data = new StringBuilder();
        while (await reader.ReadLineAsync(stopped) is { } line && line != ".")
            data.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        return data.ToString();
    }
}
