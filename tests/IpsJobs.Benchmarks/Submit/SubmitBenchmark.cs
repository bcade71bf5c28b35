using System.Globalization;
using IpsJobs.Benchmarks.Load;

namespace IpsJobs.Benchmarks.Submit;

/// <summary>Durable submissions per second against an endpoint that does nothing, one raw writer, and EF per request.</summary>
internal static class SubmitBenchmark
{
    private static readonly int[] Connections = [1, 16, 64];
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(5);

    public static async Task RunAsync(TimeSpan duration)
    {
        await using var constant = await ConstantEndpoint.StartAsync();
        await using var entity = await EntityPerRequest.StartAsync();
        await using var server = await SubmitServer.StartAsync();
        await WarmUpAsync(constant.Address, entity.Address, server.Address);
        var commits = RawWriter.CommitsPerSecond(duration);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"raw ADO.NET writer, one row per synced commit: {commits,9:0} /s"));
        foreach (var connections in Connections)
        {
            Console.WriteLine($"--- {connections} connections");
            var floor = await MeasureAsync("constant answer", constant.Address, SubmitServer.Body(later: true), connections, duration);
            var slow = await MeasureAsync("EF SaveChanges per request", entity.Address, SubmitServer.Body(later: true), connections, duration);
            foreach (var later in new[] { true, false })
            {
                var name = later ? "submitJob, execTime" : "submitJob, runs now";
                var result = await MeasureAsync(name, server.Address, SubmitServer.Body(later), connections, duration);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"    ratio to constant {result.PerSecond / floor.PerSecond:0.00}, to raw writer {result.PerSecond / commits:0.00}, to EF per request {result.PerSecond / slow.PerSecond:0.0}"));
            }
        }
    }

    /// <summary>The server alone at 64 connections, for a profiler to look at.</summary>
    public static async Task RunAloneAsync(TimeSpan duration)
    {
        await using var server = await SubmitServer.StartAsync();
        foreach (var later in new[] { true, false })
            await MeasureAsync(later ? "submitJob, execTime" : "submitJob, runs now", server.Address, SubmitServer.Body(later), 64, duration);
    }

    // A service runs for months: what the just-in-time compiler does in the first seconds is not what is asked for.
    private static async Task WarmUpAsync(params Uri[] addresses)
    {
        foreach (var address in addresses)
            foreach (var later in new[] { true, false })
                await LoadRun.RunAsync(address, new RequestTemplate(address, SubmitServer.Body(later)), connections: 16, WarmUp);
    }

    private static async Task<LoadResult> MeasureAsync(string name, Uri address, string body, int connections, TimeSpan duration)
    {
        var result = await LoadRun.RunAsync(address, new RequestTemplate(address, body), connections, duration);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name,-28} {result.PerSecond,9:0} /s  p50 {result.P50.TotalMilliseconds,7:0.00} ms  p99 {result.P99.TotalMilliseconds,7:0.00} ms  failed {result.Failed}"));
        return result;
    }
}
