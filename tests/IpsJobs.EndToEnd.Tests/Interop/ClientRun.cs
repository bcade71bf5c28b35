using System.Diagnostics;
using IpsJobs.Testing;

namespace IpsJobs.EndToEnd.Tests.Interop;

/// <summary>One run of a client program.</summary>
internal sealed record ClientRun(int ExitCode, string Output)
{
    /// <summary>Names the folder with the packages for Node when they are not beside the programs.</summary>
    private const string NodeModules = "IPSJOBS_NODE_MODULES";

    private static readonly TimeSpan TimeLimit = TimeSpan.FromMinutes(3);

    /// <summary>Runs a program to its end, output and errors in one text.</summary>
    /// <exception cref="OperationCanceledException">The program did not end in time; it is stopped.</exception>
    public static async Task<ClientRun> StartAsync(IReadOnlyList<string> command)
    {
        using var limit = new CancellationTokenSource(TimeLimit, TimeProvider.System);
        using var process = Process.Start(StartInfo(command))!;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return new ClientRun(process.ExitCode, await output + await errors);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    public static ProcessStartInfo StartInfo(IReadOnlyList<string> command)
    {
        var info = new ProcessStartInfo(command[0], command.Skip(1)) { RedirectStandardOutput = true, RedirectStandardError = true };
        info.Environment["LC_ALL"] = "C.UTF-8";
        // The server is on this machine; a proxy would not find it.
        info.Environment["NO_PROXY"] = info.Environment["no_proxy"] = "127.0.0.1";
        info.Environment["PYTHONDONTWRITEBYTECODE"] = "1";
        info.Environment["NODE_PATH"] = Environment.GetEnvironmentVariable(NodeModules)
            ?? RepositoryFolder.Of("tests", "Interop", "node", "node_modules");
        return info;
    }
}
