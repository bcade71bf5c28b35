using System.Diagnostics;

namespace IpsJobs.Benchmarks.Load;

/// <summary>Keeps a number of connections busy for a while: every connection sends its next request when the last is answered.</summary>
internal static class LoadRun
{
    /// <param name="address">Where to post.</param>
    /// <param name="request">Makes the request of a running number, complete with its HTTP head.</param>
    /// <param name="connections">Connections kept busy.</param>
    /// <param name="duration">How long is measured, after a fifth of it as warm-up.</param>
    public static async Task<LoadResult> RunAsync(Uri address, RequestTemplate request, int connections, TimeSpan duration)
    {
        var warmUp = duration / 5;
        var clock = Stopwatch.StartNew();
        var workers = Enumerable.Range(0, connections)
            .Select(_ => Task.Run(() => WorkAsync(address, request, clock, warmUp, warmUp + duration)))
            .ToList();
        var results = await Task.WhenAll(workers);
        var times = results.SelectMany(r => r.Times).Order().ToArray();
        return new LoadResult(
            times.Length / duration.TotalSeconds,
            Percentile(times, 0.50),
            Percentile(times, 0.99),
            results.Sum(r => r.Failed));
    }

    private static async Task<(List<long> Times, int Failed)> WorkAsync(
        Uri address, RequestTemplate request, Stopwatch clock, TimeSpan from, TimeSpan until)
    {
        using var connection = await HttpConnection.OpenAsync(address);
        var times = new List<long>();
        var failed = 0;
        while (clock.Elapsed < until)
        {
            var start = clock.ElapsedTicks;
            var status = await connection.SendAsync(request.Next());
            if (clock.Elapsed < from)
                continue;
            times.Add(clock.ElapsedTicks - start);
            failed += status == 200 ? 0 : 1;
        }

        return (times, failed);
    }

    private static TimeSpan Percentile(long[] sorted, double share) => sorted.Length == 0
        ? TimeSpan.Zero
        : TimeSpan.FromSeconds(sorted[(int)((sorted.Length - 1) * share)] / (double)Stopwatch.Frequency);
}
