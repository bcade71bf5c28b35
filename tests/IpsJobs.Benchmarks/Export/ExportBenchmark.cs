using System.Globalization;
using System.Text;
using IpsJobs.Benchmarks.Ingest;
using IpsJobs.Benchmarks.Publish;
using IpsJobs.Core.Assets;

namespace IpsJobs.Benchmarks.Export;

/// <summary>An export of originals as a ZIP, against <c>zip -0 -r</c> of the same files.</summary>
/// <remarks>
/// A job takes 500 assets at most, so that a thousand are two jobs one after the other; ours also checks every handle, writes a log
/// row per asset and flushes the archive to the disk.
/// </remarks>
internal static class ExportBenchmark
{
    private const int Files = 1_000;
    private const int PerJob = 500;
    private const int Rounds = 7;
    private const double Bound = 2;
    private const double AllowedGrowth = 1.2;

    /// <returns>True when it is fast enough and memory stays flat.</returns>
    public static async Task<bool> RunAsync()
    {
        var root = Directory.CreateTempSubdirectory("ipsjobs-export-");
        try
        {
            await using var server = await IngestServer.StartAsync(root.FullName, "data");
            SampleFiles.Fill(server.Data.Incoming("Bench/").Root, Files);
            await server.RunAsync("Fill", SampleFiles.UploadJob());
            var ids = new List<long>();
            await foreach (var asset in server.Get<IAssetStore>().ListForPublishAsync(47, contextId: 0, all: true, CancellationToken.None))
                ids.Add(asset.AssetId);
            return await CompareAsync(server, root.FullName, ids);
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    private static async Task<bool> CompareAsync(IngestServer server, string root, List<long> ids)
    {
        var (ours, theirs, memory) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round <= Rounds; round++)
        {
            Programs.Run("sync", root);
            var zip = Programs.Run(
                "zip", server.Data.Originals("Bench/").Root, "-0", "-r", "-q", Path.Combine(root, Text(round) + ".zip"), ".").TotalSeconds;
            Programs.Run("sync", root);
            var export = await ExportAsync(server, round, ids);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"zip -0 -r {zip,6:0.00} s   export {export,6:0.00} s   ratio {zip / export:0.00}   memory {Environment.WorkingSet / 1e6:0} MB"));
            // The first round warms up: code is compiled, caches are filled.
            if (round == 0)
                continue;
            ours.Add(export);
            theirs.Add(zip);
            memory.Add(Environment.WorkingSet / 1e6);
        }

        var ratio = Measure.Median(theirs) / Measure.Median(ours);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"median: zip {Measure.Median(theirs):0.00} s, export {Measure.Median(ours):0.00} s, ratio {ratio:0.00} times as fast as zip (at least {Bound}); memory {memory[0]:0} and {memory[^1]:0} MB"));
        return ratio >= Bound && memory[^1] <= memory[0] * AllowedGrowth;
    }

    private static async Task<double> ExportAsync(IngestServer server, int round, List<long> ids)
    {
        var seconds = 0.0;
        foreach (var (chunk, part) in ids.Chunk(PerJob).Select((c, i) => (c, i)))
        {
            var (time, log) = await server.RunAsync($"Export {Text(round)} {Text(part)}", Block(chunk));
            if (log.Counters.FileSuccess != chunk.Length)
                throw new InvalidOperationException($"{log.Counters.FileSuccess} of {chunk.Length} files were exported: {log.Outcome}");
            seconds += time.TotalSeconds;
        }

        return seconds;
    }

    private static string Block(long[] ids)
    {
        var items = new StringBuilder();
        foreach (var id in ids)
            items.Append(CultureInfo.InvariantCulture, $"<items>a|{id}</items>");
        return $"<exportJob><assetHandleArray>{items}</assetHandleArray><fmt>orig</fmt><emailSetting>None</emailSetting></exportJob>";
    }

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
