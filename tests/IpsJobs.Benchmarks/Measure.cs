using System.Diagnostics;
using System.Runtime;

namespace IpsJobs.Benchmarks;

/// <summary>What the benchmarks make of their rounds.</summary>
internal static class Measure
{
    private const int MostWarmUps = 40;
    private const int QuietInARow = 2;
    private const double QuietShare = 0.02;

    /// <summary>The upper one of the two in the middle when there is an even number of values; there must be one.</summary>
    public static double Median(IReadOnlyList<double> values) => values.Order().ElementAt(values.Count / 2);

    /// <summary>Time that all threads of this process have taken so far.</summary>
    public static TimeSpan Processor()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime;
    }

    /// <summary>Repeats work until hardly any code is compiled any more: a server runs for weeks, and its first seconds are no measure of them.</summary>
    /// <param name="work">Gets the number of the round, from 0 on.</param>
    public static async Task WarmUpAsync(Func<int, Task> work)
    {
        var quiet = 0;
        for (var round = 0; round < MostWarmUps && quiet < QuietInARow; round++)
        {
            var (before, clock) = (JitInfo.GetCompilationTime(), Stopwatch.StartNew());
            await work(round);
            var compiling = JitInfo.GetCompilationTime() - before;
            quiet = compiling < clock.Elapsed * QuietShare ? quiet + 1 : 0;
        }
    }
}
