using System.Diagnostics;

namespace IpsJobs.Benchmarks.Ingest;

/// <summary>Runs the programs that we compare with.</summary>
internal static class Programs
{
    /// <returns>How long it took.</returns>
    /// <exception cref="IOException">It failed.</exception>
    public static TimeSpan Run(string program, string workingDirectory, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = workingDirectory, RedirectStandardOutput = true };
        var clock = Stopwatch.StartNew();
        using var running = Process.Start(start) ?? throw new IOException($"{program} cannot be started");
        running.StandardOutput.ReadToEnd();
        running.WaitForExit();
        return running.ExitCode == 0 ? clock.Elapsed : throw new IOException($"{program} ended with {running.ExitCode}");
    }
}
