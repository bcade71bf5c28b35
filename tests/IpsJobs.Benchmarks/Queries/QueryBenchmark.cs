using System.Diagnostics;
using System.Globalization;
using IpsJobs.Benchmarks.Load;
using IpsJobs.Core.Handles;
using IpsJobs.Core.Jobs;

namespace IpsJobs.Benchmarks.Queries;

/// <summary>What clients poll for, on a database that holds years of jobs, against raw ADO.NET reads of the same rows.</summary>
internal static class QueryBenchmark
{
    private const int Rounds = 9;
    private const int WarmUpRounds = 2;
    private const double AllowedRatio = 2;
    private static readonly TimeSpan AllowedP99 = TimeSpan.FromMilliseconds(10);

    /// <param name="instances">Ended instances; there are ten times as many log rows.</param>
    /// <param name="duration">Of the run over HTTP.</param>
    /// <param name="folder">Where the data stays for the next run; null when it goes with this one.</param>
    /// <returns>True when every bound holds.</returns>
    public static async Task<bool> RunAsync(int instances, TimeSpan duration, string? folder)
    {
        var filling = Stopwatch.StartNew();
        await using var server = await QueryServer.StartAsync(instances, folder);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{instances:N0} instances, {instances * 10L:N0} log rows, {QueryData.Companies} companies; filled in {filling.Elapsed.TotalSeconds:0} s, {new FileInfo(server.Database).Length / 1e9:0.0} GB"));
        using var raw = new RawQueries(server.Database);
        var holds = await CompareAsync("getActiveJobs", 50, c => raw.ReadActive(c), c => ActiveAsync(server.Queries, c));
        holds &= await CompareAsync("getJobLogs, newest 1,000", 5, c => raw.ReadLogs(c), c => LogsAsync(server.Queries, c));
        var longLogs = await LongLogsAsync(server.Queries, instances);
        holds &= await CompareAsync(
            "getJobLogDetails, 1,000 rows", 5, c => raw.ReadRows(longLogs[c].InstanceId!.Value), c => RowsAsync(server.Queries, longLogs[c]));
        return await PollAsync(server, duration) && holds;
    }

    private static async Task<int> ActiveAsync(IJobQueries queries, int company) =>
        (await queries.ListActiveAsync(new ActiveJobFilter([company]), CancellationToken.None)).Count;

    private static async Task<int> LogsAsync(IJobQueries queries, int company) =>
        (await queries.ListLogsAsync(new JobLogFilter([company]), CancellationToken.None)).Count;

    private static async Task<int> RowsAsync(IJobQueries queries, JobHandle handle)
    {
        var filter = new JobLogDetailFilter(handle.CompanyId) { Handle = handle };
        return (await queries.ListLogDetailsAsync(filter, CancellationToken.None)).Single().Rows.Count;
    }

    private static async Task<Dictionary<int, JobHandle>> LongLogsAsync(IJobQueries queries, int instances)
    {
        var found = new Dictionary<int, JobHandle>();
        for (var i = 0; i < QueryData.Companies; i++)
        {
            var instance = await queries.FindInstanceAsync(instances - i, CancellationToken.None);
            found[instance!.Definition.CompanyId] = instance.Handle;
        }

        return found;
    }

    // In turn, so that both meet the same state of the machine; medians, because others may use it too.
    private static async Task<bool> CompareAsync(string name, int calls, Func<int, int> raw, Func<int, Task<int>> ours)
    {
        var (floor, times) = (new List<double>(), new List<double>());
        for (var round = 0; round < WarmUpRounds + Rounds; round++)
        {
            var (rawTime, rawRows) = await TimeAsync(round, calls, c => Task.FromResult(raw(c)));
            var (time, rows) = await TimeAsync(round, calls, ours);
            if (rows != rawRows)
                throw new InvalidOperationException($"{name} read {rows} rows, the raw query {rawRows}");
            if (round < WarmUpRounds)
                continue;
            floor.Add(rawTime);
            times.Add(time);
        }

        var ratio = Measure.Median(times) / Measure.Median(floor);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name,-30} raw ADO.NET {Measure.Median(floor),8:0.000} ms  ours {Measure.Median(times),8:0.000} ms  ratio {ratio:0.00} (at most {AllowedRatio})"));
        return ratio <= AllowedRatio;
    }

    private static async Task<(double Milliseconds, int Rows)> TimeAsync(int round, int calls, Func<int, Task<int>> read)
    {
        var rows = 0;
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < calls; i++)
            rows += await read((((round * calls) + i) % QueryData.Companies) + 1);
        return (clock.Elapsed.TotalMilliseconds / calls, rows);
    }

    private static async Task<bool> PollAsync(QueryServer server, TimeSpan duration)
    {
        await LoadRun.RunAsync(server.Address, server.ActiveJobs(1), connections: 16, duration);
        using var process = Process.GetCurrentProcess();
        var (busy, paused, allocated) = (process.TotalProcessorTime, GC.GetTotalPauseDuration(), GC.GetTotalAllocatedBytes());
        var result = await LoadRun.RunAsync(server.Address, server.ActiveJobs(2), connections: 16, duration);
        process.Refresh();
        var answered = result.PerSecond * duration.TotalSeconds * 1.2;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"  of both ends: {(process.TotalProcessorTime - busy).TotalMilliseconds / answered:0.000} ms of processor and {(GC.GetTotalAllocatedBytes() - allocated) / answered / 1024:0} KiB per request; collector paused {(GC.GetTotalPauseDuration() - paused).TotalMilliseconds:0} ms in all"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"getActiveJobs over HTTP, 16 connections, {QueryData.LivePerCompany} jobs each: {result.PerSecond:0} /s  p50 {result.P50.TotalMilliseconds:0.00} ms  p99 {result.P99.TotalMilliseconds:0.00} ms (under {AllowedP99.TotalMilliseconds:0})  failed {result.Failed}"));
        return result.P99 < AllowedP99 && result.Failed == 0;
    }
}
