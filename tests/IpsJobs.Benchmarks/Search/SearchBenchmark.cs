using System.Diagnostics;
using System.Globalization;
using IpsJobs.Benchmarks.Load;

namespace IpsJobs.Benchmarks.Search;

/// <summary>Searches in a company with very many assets, against raw ADO.NET reads of the same rows.</summary>
internal static class SearchBenchmark
{
    private const int Rounds = 15;
    private const int WarmUpRounds = 3;
    private const int Connections = 8;
    private const double AllowedRatio = 3;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan AllowedP99 = TimeSpan.FromMilliseconds(50);

    /// <param name="assets">In the one company; a fifth of them must fill the last page that is read.</param>
    /// <param name="duration">Of each run over HTTP.</param>
    /// <param name="folder">Where the data stays for the next run; null when it goes with this one.</param>
    /// <returns>True when every bound holds.</returns>
    public static async Task<bool> RunAsync(int assets, TimeSpan duration, string? folder)
    {
        var lastPage = Math.Min(1000, assets / 7 / SearchCase.PageSize);
        var filling = Stopwatch.StartNew();
        await using var server = await SearchServer.StartAsync(assets, folder);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{assets:N0} assets in one company; filled in {filling.Elapsed.TotalSeconds:0} s, {new FileInfo(server.Database).Length / 1e9:0.0} GB; pages of {SearchCase.PageSize}"));
        var holds = true;
        foreach (var search in SearchCase.Each)
        {
            holds &= await CompareAsync(server, search, page: 1);
            holds &= await CompareAsync(server, search, lastPage);
        }

        // Code that was just compiled in a hurry is compiled well in the background: that is of the start, not of the searches.
        foreach (var search in SearchCase.Each)
            await LoadRun.RunAsync(server.Address, server.Request(search, page: 1), Connections, WarmUp);

        foreach (var search in SearchCase.Each)
        {
            holds &= await LoadAsync(server, search, page: 1, duration);
            holds &= await LoadAsync(server, search, lastPage, duration);
        }

        return holds;
    }

    // In turn, so that both meet the same state of the machine; medians, because others may use it too.
    private static async Task<bool> CompareAsync(SearchServer server, SearchCase search, int page)
    {
        using var raw = new RawSearch(server.Database, search);
        var (floor, times) = (new List<double>(), new List<double>());
        for (var round = 0; round < WarmUpRounds + Rounds; round++)
        {
            var clock = Stopwatch.StartNew();
            var rawRows = raw.Read(page);
            var rawTime = clock.Elapsed.TotalMilliseconds;
            clock.Restart();
            var found = await server.Search.SearchAsync(search.Query with { Page = page }, CancellationToken.None);
            var time = clock.Elapsed.TotalMilliseconds;
            if (rawRows != SearchCase.PageSize || found.Assets.Count != rawRows)
                throw new InvalidOperationException($"{search.Name}, page {page}: {found.Assets.Count} rows, the raw query {rawRows}");
            if (round < WarmUpRounds)
                continue;
            floor.Add(rawTime);
            times.Add(time);
        }

        var ratio = Measure.Median(times) / Measure.Median(floor);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{search.Name,-26} page {page,5}  raw ADO.NET {Measure.Median(floor),7:0.00} ms  ours {Measure.Median(times),7:0.00} ms  ratio {ratio:0.00} (at most {AllowedRatio})"));
        return ratio <= AllowedRatio;
    }

    private static async Task<bool> LoadAsync(SearchServer server, SearchCase search, int page, TimeSpan duration)
    {
        var result = await LoadRun.RunAsync(server.Address, server.Request(search, page), Connections, duration);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{search.Name,-26} page {page,5}  over HTTP, {Connections} connections: {result.PerSecond:0} /s  p50 {result.P50.TotalMilliseconds:0.0} ms  p99 {result.P99.TotalMilliseconds:0.0} ms (under {AllowedP99.TotalMilliseconds:0})  failed {result.Failed}"));
        return result.P99 < AllowedP99 && result.Failed == 0;
    }
}
