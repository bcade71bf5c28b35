using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace IpsJobs.EndToEnd.Tests.Hosting;

/// <summary>The server as a process of its own, which a test can kill as a power cut would.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private const string ReadyMark = "IpsJobs listens on";
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(60);
    private readonly Process process;
    private readonly ConcurrentQueue<string> lines = new();
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServerProcess(IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? settings)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "IpsJobs.Server.dll"), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in settings ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Take(line.Data);
        process.ErrorDataReceived += (_, line) => Take(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Everything it printed.</summary>
    public string Output => string.Join('\n', lines);

    public bool HasExited => process.HasExited;

    /// <summary>Whether it has asked the system to be told of changes to files.</summary>
    public bool WatchesFiles => Directory
        .EnumerateFiles(string.Create(CultureInfo.InvariantCulture, $"/proc/{process.Id}/fd"))
        .Any(handle => new FileInfo(handle).LinkTarget == "anon_inode:inotify");

    /// <summary>The most memory it has held at one time, in bytes.</summary>
    public long PeakMemory
    {
        get
        {
            process.Refresh();
            return process.PeakWorkingSet64;
        }
    }

    /// <summary>Starts <c>serve</c>.</summary>
    /// <param name="dataFolder">Data folder; created by the server when missing.</param>
    /// <param name="port">Port of the loopback address.</param>
    /// <param name="settings">Environment variables with settings.</param>
    public static ServerProcess Serve(string dataFolder, int port, IReadOnlyDictionary<string, string>? settings = null) =>
        new(["serve", "--data", dataFolder, "--urls", string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}")], settings);

    /// <summary>Runs a command to its end.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(string input, params string[] arguments)
    {
        await using var command = new ServerProcess(arguments, settings: null);
        await command.process.StandardInput.WriteLineAsync(input);
        command.process.StandardInput.Close();
        return (await command.ExitAsync(), command.Output);
    }

    /// <summary>A port that nobody listens on now.</summary>
    public static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    /// <summary>Waits until it answers requests.</summary>
    public async Task WaitUntilReadyAsync()
    {
        var ended = process.WaitForExitAsync();
        if (await Task.WhenAny(ready.Task, ended).WaitAsync(StartLimit) == ended)
            throw new InvalidOperationException("The server ended at its start: " + Output);
    }

    /// <summary>Ends it at once, with nothing written or closed (SIGKILL).</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>Asks it to end (SIGTERM).</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        return await ExitAsync();
    }

    /// <summary>Waits until it ends by itself.</summary>
    public async Task<int> ExitAsync()
    {
        await process.WaitForExitAsync().WaitAsync(StopLimit);
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            await KillAsync();
        process.Dispose();
    }

    private void Take(string? line)
    {
        if (line is null)
            return;
        lines.Enqueue(line);
        if (line.StartsWith(ReadyMark, StringComparison.Ordinal))
            ready.TrySetResult();
    }
}
