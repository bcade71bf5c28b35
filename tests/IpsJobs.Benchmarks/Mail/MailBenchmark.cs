using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using IpsJobs.Testing.Smtp;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace IpsJobs.Benchmarks.Mail;

/// <summary>A thousand due mails through the server, against plain MailKit that sends the same messages, made beforehand, over one
/// connection to the same mail server.</summary>
/// <remarks>The difference holds the reading of a thousand job logs, the writing of the texts, and a durable mark per mail.</remarks>
internal static class MailBenchmark
{
    private const int Mails = 1000;
    private const int Rounds = 7;
    private const double Required = 0.7;

    public static async Task<bool> RunAsync()
    {
        if (!SmtpServer.IsInstalled)
        {
            Console.Error.WriteLine(SmtpServer.Needs);
            return false;
        }

        using var smtp = await SmtpServer.StartAsync(new SmtpServerOptions { KeepsMails = false });
        await using var server = await MailServer.StartAsync(smtp.Port);
        var messages = await server.AddJobsAsync(Mails);
        var ratios = new List<double>();
        for (var round = 0; round <= Rounds; round++)
        {
            var plain = await MeasureAsync(() => SendPlainAsync(smtp.Port, messages));
            var ours = await MeasureAsync(server.SendAllAsync);
            await server.MakeDueAgainAsync();
            if (round == 0)
                continue; // Code is compiled and connections are made for the first time.
            ratios.Add(ours / plain);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"plain MailKit {plain,7:0} mails/s   server {ours,7:0} mails/s   ratio {ours / plain:0.00}"));
        }

        ratios.Sort();
        var median = ratios[ratios.Count / 2];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ratio {median:0.00} (at least {Required:0.0} is wanted)"));
        return median >= Required;
    }

    private static async Task<double> MeasureAsync(Func<Task> send)
    {
        var clock = Stopwatch.StartNew();
        await send();
        return Mails / clock.Elapsed.TotalSeconds;
    }

    private static async Task SendPlainAsync(int port, IReadOnlyList<MimeMessage> messages)
    {
        // The same as the server does; without it plain MailKit waits for an acknowledgement at every mail.
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync("127.0.0.1", port);
        using var client = new SmtpClient();
        await client.ConnectAsync(socket, "127.0.0.1", port, SecureSocketOptions.None);
        foreach (var message in messages)
            await client.SendAsync(message);
        await client.DisconnectAsync(quit: true);
    }
}
