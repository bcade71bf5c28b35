using System.Diagnostics;
using System.Globalization;

namespace IpsJobs.Benchmarks.Dispatch;

/// <summary>Time from the reply of submitJob to the handler's first line, against a bare scheduler in memory that starts a job.</summary>
/// <remarks>The difference holds what the bare one does not do: the lane and the durable start of the instance.</remarks>
internal static class DispatchBenchmark
{
    private const int IdleSamples = 200;
    private const int PerSecond = 200;
    private static readonly TimeSpan IdlePause = TimeSpan.FromMilliseconds(10);

    public static async Task RunAsync(TimeSpan duration)
    {
        await using var server = await DispatchServer.StartAsync();
        await using var bare = await BareScheduler.StartAsync();
        await OpenLoopAsync(server, TimeSpan.FromSeconds(5));
        await OpenLoopAsync(bare, TimeSpan.FromSeconds(1));
        foreach (var busy in new[] { false, true })
        {
            Console.WriteLine(busy ? $"--- {PerSecond} jobs per second" : "--- idle");
            var floor = Report("bare scheduler, TriggerJob to Execute", await MeasureAsync(bare, busy, duration));
            var ours = Report("submitJob's reply to the handler", await MeasureAsync(server, busy, duration));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    p50 above the bare one by {ours - floor:0.00} ms"));
        }
    }

    private static Task<List<double>> MeasureAsync(IDispatchSubject subject, bool busy, TimeSpan duration) =>
        busy ? OpenLoopAsync(subject, duration) : OneByOneAsync(subject);

    private static async Task<List<double>> OneByOneAsync(IDispatchSubject subject)
    {
        var times = new List<double>();
        for (var i = 0; i < IdleSamples; i++)
        {
            times.Add(await subject.StartOneAsync());
            await Task.Delay(IdlePause, TimeProvider.System);
        }

        return times;
    }

    // Starts come at their time whether or not earlier ones have been dealt with, as clients do that know nothing of each other.
    private static async Task<List<double>> OpenLoopAsync(IDispatchSubject subject, TimeSpan duration)
    {
        var clock = Stopwatch.StartNew();
        var starts = new List<Task<double>>();
        while (clock.Elapsed < duration)
        {
            var due = TimeSpan.FromSeconds((double)starts.Count / PerSecond);
            if (due > clock.Elapsed)
                await Task.Delay(due - clock.Elapsed, TimeProvider.System);
            starts.Add(Task.Run(subject.StartOneAsync));
        }

        return [.. await Task.WhenAll(starts)];
    }

    /// <returns>The median.</returns>
    private static double Report(string name, List<double> times)
    {
        times.Sort();
        var (p50, p99) = (At(times, 0.50), At(times, 0.99));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name,-40} p50 {p50,7:0.00} ms  p99 {p99,7:0.00} ms  samples {times.Count}"));
        return p50;
    }

    private static double At(List<double> sorted, double share) => sorted[(int)((sorted.Count - 1) * share)];
}
