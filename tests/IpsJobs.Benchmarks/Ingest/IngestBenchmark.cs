using System.Globalization;
using IpsJobs.Benchmarks.Publish;

namespace IpsJobs.Benchmarks.Ingest;

/// <summary>A directory of small files through the whole of uploadDirectoryJob, against <c>cp -r</c> of the same tree and against <see cref="BareWork"/>.</summary>
/// <remarks>
/// Ours hashes, names, checks, flushes to the disk, moves into place and writes asset, log row and ledger; cp does none of that.
/// Every round has fresh folders, because deleting many files slows the creation of others.
/// </remarks>
internal static class IngestBenchmark
{
    private const int Files = 10_000;
    private const int FilesOfWarmUp = 1_000;
    private const int FileSize = 20_000;
    private const int Rounds = 5;
    private const double Bound = 1;
    private const double AllowedGrowth = 1.2;

    /// <returns>True when it is at least as fast as cp and memory stays flat.</returns>
    public static async Task<bool> RunAsync()
    {
        var root = Directory.CreateTempSubdirectory("ipsjobs-ingest-");
        try
        {
            await using var server = await IngestServer.StartAsync(root.FullName, "data");
            await Measure.WarmUpAsync(async round =>
            {
                var incoming = Fill(server, "warm" + Text(round), FilesOfWarmUp);
                await BareWork.CopyAsync(incoming, Path.Combine(root.FullName, "warm-bare" + Text(round)));
                await UploadAsync(server, incoming, FilesOfWarmUp);
            });
            var comparison = new Comparison("cp -r", Bound);
            var memory = new List<double>();
            for (var round = 0; round < Rounds; round++)
            {
                await CompareAsync(comparison, server, root.FullName, Text(round));
                memory.Add(Environment.WorkingSet / 1e6);
            }
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"resident memory after the first and the last round: {memory[0]:0} and {memory[^1]:0} MB"));
            return comparison.Finish() && memory[^1] <= memory[0] * AllowedGrowth;
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    private static async Task CompareAsync(Comparison comparison, IngestServer server, string root, string round)
    {
        var incoming = Fill(server, "round" + round, Files);
        Programs.Run("sync", root);
        var copy = Programs.Run("cp", root, "-r", incoming, Path.Combine(root, "copy" + round));
        Programs.Run("sync", root);
        var bare = await BareWork.CopyAsync(incoming, Path.Combine(root, "bare" + round));
        Programs.Run("sync", root);
        await comparison.AddAsync(copy, bare, () => UploadAsync(server, incoming, Files));
    }

    private static string Fill(IngestServer server, string name, int files)
    {
        var incoming = Path.Combine(server.Data.Incoming("Bench/").Root, name);
        SampleFiles.Fill(incoming, files, FileSize, name + "-");
        return incoming;
    }

    private static async Task<TimeSpan> UploadAsync(IngestServer server, string incoming, int files)
    {
        var name = Path.GetFileName(incoming);
        var (time, log) = await server.RunAsync(name, SampleFiles.UploadJob("/" + name));
        return log.Counters.FileSuccess == files
            ? time
            : throw new InvalidOperationException($"{log.Counters.FileSuccess} of {files} files were taken: {log.Outcome}");
    }

    private static string Text(int round) => round.ToString(CultureInfo.InvariantCulture);
}
