using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace IpsJobs.Testing.Smtp;

/// <summary>A real mail server: Debian's python3-aiosmtpd as a process of its own, see <c>smtp_server.py</c>.</summary>
public sealed class SmtpServer : IDisposable
{
    /// <summary>What must be installed.</summary>
    public const string Needs = "needs Debian's python3-aiosmtpd";

    // Debian's own Python: the package is not there for another one that stands before it on PATH.
    private const string Python = "/usr/bin/python3";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ipsjobs-smtp-");
    private readonly ConcurrentQueue<(string Recipient, string File)> mails = new();
    private readonly SemaphoreSlim arrivals = new(0);
    private readonly TaskCompletionSource<int> port = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentQueue<string> errors = new();
    private readonly Process process;

    private SmtpServer(SmtpServerOptions options)
    {
        using var certificate = new TestCertificate();
        certificate.WriteTo(folder.FullName);
        process = new Process { StartInfo = Prepare(options) };
        process.OutputDataReceived += (_, line) => Take(line.Data);
        process.ErrorDataReceived += (_, line) => errors.Enqueue(line.Data ?? "");
        process.EnableRaisingEvents = true;
        process.Exited += (_, _) => port.TrySetException(new InvalidOperationException(Needs + ": " + string.Join('\n', errors)));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>True when a server can be started on this machine.</summary>
    public static bool IsInstalled { get; } = Probe();

    public int Port => port.Task.Result;

    /// <summary>PEM file of the authority that the server's certificate is from.</summary>
    public string AuthorityFile => Path.Combine(folder.FullName, TestCertificate.AuthorityName);

    /// <summary>Recipient and file of every mail it has taken, in order.</summary>
    public IReadOnlyList<(string Recipient, string File)> Mails => [.. mails];

    /// <summary>Starts one and waits until it listens.</summary>
    public static async Task<SmtpServer> StartAsync(SmtpServerOptions? options = null)
    {
        var server = new SmtpServer(options ?? new SmtpServerOptions());
        await server.port.Task.WaitAsync(Patience);
        return server;
    }

    /// <summary>Waits until it has taken that many mails in all.</summary>
    public async Task<IReadOnlyList<(string Recipient, string File)>> WaitForMailsAsync(int count)
    {
        while (mails.Count < count)
        {
            if (!await arrivals.WaitAsync(Patience))
                throw new TimeoutException($"{mails.Count} of {count} mails: {string.Join('\n', errors)}");
        }

        return Mails;
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        process.WaitForExit();
        process.Dispose();
        arrivals.Dispose();
        folder.Delete(recursive: true);
    }

    private static bool Probe()
    {
        if (!File.Exists(Python))
            return false;
        using var probe = Process.Start(
            Python, ["-c", "import importlib.util, sys; sys.exit(importlib.util.find_spec('aiosmtpd') is None)"]);
        probe.WaitForExit();
        return probe.ExitCode == 0;
    }

    private ProcessStartInfo Prepare(SmtpServerOptions options)
    {
        List<string> arguments =
        [
            RepositoryFolder.Of("tests", "IpsJobs.Testing", "Smtp", "smtp_server.py"),
            "--tls", options.Tls,
            "--certificate", Path.Combine(folder.FullName, TestCertificate.ServerName),
            "--key", Path.Combine(folder.FullName, TestCertificate.KeyName),
        ];
        if (options.KeepsMails)
            arguments.AddRange(["--folder", folder.FullName]);
        if (options.Login is { } login)
            arguments.AddRange(["--login", login]);
        return new ProcessStartInfo(Python, arguments)
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
    }

    private void Take(string? line)
    {
        switch (line?.Split(' '))
        {
            case ["PORT", var number]:
                port.TrySetResult(int.Parse(number, CultureInfo.InvariantCulture));
                break;
            case ["MAIL", var recipient, var file]:
                mails.Enqueue((recipient, file));
                arrivals.Release();
                break;
        }
    }
}
