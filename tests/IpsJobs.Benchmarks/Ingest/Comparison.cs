using System.Globalization;

namespace IpsJobs.Benchmarks.Ingest;

/// <summary>Rounds of an upload beside those of another program and of the bare work, printed as they come.</summary>
/// <param name="program">What we compare with.</param>
/// <param name="bound">Least ratio of its time to ours.</param>
internal sealed class Comparison(string program, double bound)
{
    private readonly List<double> uploads = [];
    private readonly List<double> others = [];
    private readonly List<double> bare = [];

    public async Task AddAsync(TimeSpan other, TimeSpan bareWork, Func<Task<TimeSpan>> upload)
    {
        var before = Measure.Processor();
        var time = await upload();
        var processor = Measure.Processor() - before;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{program} {other.TotalSeconds,6:0.00} s   bare {bareWork.TotalSeconds,6:0.00} s   upload {time.TotalSeconds,6:0.00} s   ratio {other / time:0.00}   processor {processor.TotalSeconds:0.00} s   memory {Environment.WorkingSet / 1e6:0} MB"));
        uploads.Add(time.TotalSeconds);
        others.Add(other.TotalSeconds);
        bare.Add(bareWork.TotalSeconds);
    }

    /// <summary>Prints the medians.</summary>
    /// <returns>True when the bound is kept.</returns>
    public bool Finish()
    {
        var (upload, other, least) = (Measure.Median(uploads), Measure.Median(others), Measure.Median(bare));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"median: {program} {other:0.00} s, upload {upload:0.00} s, ratio {other / upload:0.00} times as fast as {program} (at least {bound})"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"bare work {least:0.00} s, {other / least:0.00} times as fast as {program}; upload {least / upload:0.00} times as fast as the bare work"));
        return other / upload >= bound;
    }
}
