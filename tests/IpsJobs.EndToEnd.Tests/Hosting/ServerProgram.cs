using System.Diagnostics;
using IpsJobs.Server.Hosting;

namespace IpsJobs.EndToEnd.Tests.Hosting;

/// <summary>Runs the server's executable as a user would.</summary>
internal static class ServerProgram
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>What a finished run left.</summary>
    public sealed record Outcome(int ExitCode, string Output, string Errors);

    /// <param name="arguments">The command line.</param>
    /// <param name="input">Standard input; null for none.</param>
    /// <param name="environment">Variables on top of the test's own.</param>
    public static async Task<Outcome> RunAsync(
        IEnumerable<string> arguments, string? input = null, IReadOnlyDictionary<string, string>? environment = null)
    {
        using var process = new Process { StartInfo = Prepare(arguments, environment) };
        process.Start();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        if (input is not null)
            await process.StandardInput.WriteLineAsync(input);
        process.StandardInput.Close();
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return new Outcome(process.ExitCode, await output, await errors);
    }

    private static ProcessStartInfo Prepare(IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(ServerHost).Assembly.Location, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        return start;
    }
}
