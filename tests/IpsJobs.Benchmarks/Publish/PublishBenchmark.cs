using System.Globalization;
using IpsJobs.Benchmarks.Ingest;
using IpsJobs.Core.Jobs;

namespace IpsJobs.Benchmarks.Publish;

/// <summary>A first full publish and one with nothing changed, against <c>rsync -a</c> of the same files.</summary>
/// <remarks>
/// Ours writes a log row and a history record per asset and replaces the catalogs, and what it has copied is flushed to the disk;
/// rsync does none of that. Every round has a fresh target, and what is short is done several times, in turn. Where the target lies on the file system of the store, files get a
/// second name; elsewhere they are copied, and /dev/shm is elsewhere.
/// </remarks>
internal static class PublishBenchmark
{
    private const int Files = 10_000;
    private const int Rounds = 5;
    private const int Repetitions = 5;
    private const double FirstLinked = 3;
    private const double FirstCopied = 1;
    private const double Again = 5;
    private const string Elsewhere = "/dev/shm";

    /// <returns>True when all promises hold.</returns>
    public static async Task<bool> RunAsync()
    {
        var root = Directory.CreateTempSubdirectory("ipsjobs-publish-");
        var other = Directory.Exists(Elsewhere) ? Directory.CreateDirectory(Path.Combine(Elsewhere, root.Name)) : null;
        try
        {
            await using var server = await IngestServer.StartAsync(root.FullName, "data");
            SampleFiles.Fill(server.Data.Incoming("Bench/").Root, Files);
            var (_, log) = await server.RunAsync("Fill", SampleFiles.UploadJob());
            if (log.Counters.FileSuccess != Files)
                throw new InvalidOperationException($"{log.Counters.FileSuccess} of {Files} files were taken: {log.Outcome}");
            Directory.Delete(server.Data.Incoming("Bench/").Root, recursive: true);
            var target = new PublishTarget(server);
            var holds = await CompareAsync(target, root.FullName, "linked", FirstLinked);
            if (other is not null)
                holds &= await CompareAsync(target, other.FullName, "copied", FirstCopied);
            return holds;
        }
        finally
        {
            root.Delete(recursive: true);
            other?.Delete(recursive: true);
        }
    }

    private static async Task<bool> CompareAsync(PublishTarget target, string folder, string name, double bound)
    {
        var rounds = new List<PublishRound>();
        for (var i = 0; i <= Rounds; i++)
        {
            var round = await RoundAsync(target, Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{name}{i}")));
            Console.WriteLine($"{name,-7} {round}");
            // The first round warms up: code is compiled, caches are filled.
            if (i > 0)
                rounds.Add(round);
        }

        var againSync = Measure.Median([.. rounds.SelectMany(r => r.AgainSync)]);
        var first = Measure.Median([.. rounds.Select(r => r.FirstSync)]) / Measure.Median([.. rounds.Select(r => r.First)]);
        var again = againSync / Measure.Median([.. rounds.SelectMany(r => r.Again)]);
        var full = againSync / Measure.Median([.. rounds.Select(r => r.AgainFull)]);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name}: first publish {first:0.00} times as fast as rsync (at least {bound}), nothing changed {again:0.00} times (at least {Again}; a Full publish {full:0.00})"));
        return first >= bound && again >= Again;
    }

    private static async Task<PublishRound> RoundAsync(PublishTarget target, string folder)
    {
        var synced = Directory.CreateDirectory(Path.Combine(folder, "rsync")).FullName;
        var published = Directory.CreateDirectory(Path.Combine(folder, "publish")).FullName;
        Programs.Run("sync", folder);
        var firstSync = Sync(target, synced);
        Programs.Run("sync", folder);
        await target.MoveToAsync(published);
        var first = await target.PublishAsync("Full", Files);
        var (againSync, again) = (new List<double>(), new List<double>());
        for (var i = 0; i < Repetitions; i++)
        {
            againSync.Add(Sync(target, synced));
            again.Add(await target.PublishAsync("Incremental", expected: 0));
        }

        var full = await target.PublishAsync("Full", Files);
        // At the end, because deleting many files slows the creation of others.
        Directory.Delete(folder, recursive: true);
        return new PublishRound(firstSync, againSync, first, again, full);
    }

    private static double Sync(PublishTarget target, string folder) =>
        Programs.Run("rsync", folder, "-a", target.Originals + "/", folder + "/").TotalSeconds;
}
