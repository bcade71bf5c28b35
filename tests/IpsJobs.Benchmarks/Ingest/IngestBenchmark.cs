using System.Diagnostics;
using System.Globalization;
using IpsJobs.Benchmarks.Publish;

namespace IpsJobs.Benchmarks.Ingest;

/// <summary>A directory of small files through the whole of uploadDirectoryJob, against <c>cp -r</c> of the same tree.</summary>
/// <remarks>
/// Ours hashes, names, checks, flushes to the disk, moves into place and writes asset, log row and ledger; cp does none of that.
/// Every round has fresh folders, because deleting many files slows the creation of others.
/// </remarks>
internal static class IngestBenchmark
{
    private const int Files = 10_000;
    private const int FileSize = 20_000;
    private const int Rounds = 5;
    private const double AllowedGrowth = 1.2;

    /// <returns>True when it is at least as fast as cp and memory stays flat.</returns>
    public static async Task<bool> RunAsync()
    {
        var root = Directory.CreateTempSubdirectory("ipsjobs-ingest-");
        try
        {
            var (ours, theirs) = (new List<double>(), new List<double>());
            var memory = new List<double>();
            for (var round = 0; round <= Rounds; round++)
            {
                var (upload, copy) = await RoundAsync(root.FullName, round);
                // The first round warms up: code is compiled, caches are filled.
                if (round == 0)
                    continue;
                ours.Add(upload);
                theirs.Add(copy);
                memory.Add(Environment.WorkingSet / 1e6);
            }
            var ratio = Measure.Median(theirs) / Measure.Median(ours);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"median: cp -r {Measure.Median(theirs):0.00} s, upload {Measure.Median(ours):0.00} s, ratio {ratio:0.00} times as fast as cp (at least 1)"));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"resident memory after the first and the last round: {memory[0]:0} and {memory[^1]:0} MB"));
            return ratio >= 1 && memory[^1] <= memory[0] * AllowedGrowth;
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    private static async Task<(double Upload, double Copy)> RoundAsync(string root, int round)
    {
        var name = round.ToString(CultureInfo.InvariantCulture);
        await using var server = await IngestServer.StartAsync(root, "data" + name);
        var incoming = Directory.CreateDirectory(server.Data.Incoming("Bench/").Root).FullName;
        SampleFiles.Fill(incoming, Files, FileSize);
        Programs.Run("sync", root);
        var copy = Programs.Run("cp", root, "-r", incoming, Path.Combine(root, "copy" + name)).TotalSeconds;
        Programs.Run("sync", root);
        var before = Processor();
        var (time, log) = await server.RunAsync("Ingest", SampleFiles.UploadJob);
        if (log.Counters.FileSuccess != Files)
            throw new InvalidOperationException($"{log.Counters.FileSuccess} of {Files} files were taken: {log.Outcome}");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"cp -r {copy,6:0.00} s   upload {time.TotalSeconds,6:0.00} s   ratio {copy / time.TotalSeconds:0.00}   processor {(Processor() - before).TotalSeconds:0.00} s   memory {Environment.WorkingSet / 1e6:0} MB"));
        return (time.TotalSeconds, copy);
    }

    private static TimeSpan Processor()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime;
    }
}
