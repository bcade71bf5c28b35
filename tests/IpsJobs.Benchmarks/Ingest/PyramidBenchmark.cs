using System.Globalization;
using IpsJobs.Benchmarks.Publish;
using NetVips;

namespace IpsJobs.Benchmarks.Ingest;

/// <summary>A picture of 24 megapixels through the whole of uploadDirectoryJob, against <c>vips</c> writing the same kind of pyramid, and the memory of a job with many.</summary>
/// <remarks>
/// Ours hashes and keeps the original and makes every level with Lanczos3, as the API demands; vips halves with means and writes one file.
/// Both write tiles of JPEG.
/// </remarks>
internal static class PyramidBenchmark
{
    private const int Rounds = 7;
    private const int Many = 200;
    private const int MemoryLimit = 400;
    private static readonly TimeSpan SampleEvery = TimeSpan.FromMilliseconds(250);

    /// <returns>True when it takes no longer than vips, and many pictures stay below the memory limit.</returns>
    public static async Task<bool> RunAsync()
    {
        var root = Directory.CreateTempSubdirectory("ipsjobs-pyramid-");
        try
        {
            var picture = Path.Combine(root.FullName, "picture.jpg");
            var ratio = await CompareAsync(root.FullName, picture);
            var peak = await FillMemoryAsync(root.FullName, picture);
            return ratio <= 1 && peak < MemoryLimit;
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    private static async Task<double> CompareAsync(string root, string picture)
    {
        await using var server = await IngestServer.StartAsync(root, "data");
        // After the start, as it is with a server: the heap is set up before libvips has threads.
        MakePicture(picture);
        var (ours, theirs) = (new List<double>(), new List<double>());
        for (var round = 0; round <= Rounds; round++)
        {
            var name = round.ToString(CultureInfo.InvariantCulture);
            var vips = Programs.Run(
                "vips", root, "tiffsave", picture, Path.Combine(root, name + ".tif"), "--pyramid", "--tile", "--compression", "jpeg");
            Place(server, picture, name);
            var upload = await RunAsync(server, "Pyramid " + name, files: 1);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"vips {vips.TotalSeconds:0.000} s   upload {upload.TotalSeconds:0.000} s   ratio {upload / vips:0.00}"));
            // The first round warms up: code is compiled, caches are filled.
            if (round == 0)
                continue;
            ours.Add(upload.TotalSeconds);
            theirs.Add(vips.TotalSeconds);
        }

        var ratio = Measure.Median(ours) / Measure.Median(theirs);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"median: vips {Measure.Median(theirs):0.000} s, upload {Measure.Median(ours):0.000} s, ratio {ratio:0.00} of its time (at most 1)"));
        return ratio;
    }

    /// <returns>Largest resident memory in MB.</returns>
    private static async Task<double> FillMemoryAsync(string root, string picture)
    {
        await using var server = await IngestServer.StartAsync(root, "many");
        for (var i = 0; i < Many; i++)
            Place(server, picture, "many" + i.ToString(CultureInfo.InvariantCulture));
        var job = RunAsync(server, "Many", Many);
        var memory = new List<double>();
        while (!job.IsCompleted)
        {
            memory.Add(Environment.WorkingSet / 1e6);
            await Task.WhenAny(job, Task.Delay(SampleEvery, TimeProvider.System));
        }

        var time = await job;
        var half = memory.Count / 2;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{Many} pictures in one job: {time.TotalSeconds:0.0} s, resident memory at most {memory.Take(half).Max():0} MB in the first half, {memory.Skip(half).Max():0} MB in the second (under {MemoryLimit})"));
        return memory.Max();
    }

    private static async Task<TimeSpan> RunAsync(IngestServer server, string name, int files)
    {
        var (time, log) = await server.RunAsync(name, SampleFiles.UploadJob);
        return log.Counters.FileSuccess == files
            ? time
            : throw new InvalidOperationException($"{log.Counters.FileSuccess} of {files} pictures were taken: {log.Outcome}");
    }

    private static void Place(IngestServer server, string picture, string name)
    {
        var incoming = Directory.CreateDirectory(server.Data.Incoming("Bench/").Root).FullName;
        var file = Path.Combine(incoming, name + ".jpg");
        File.Copy(picture, file);
        // A file changed just now counts as still being written.
        File.SetLastWriteTimeUtc(file, new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));
    }

    // Soft shapes with some grain: about as hard to compress as a photograph.
    private static void MakePicture(string path)
    {
        using var shapes = Image.Perlin(6_000, 4_000, cellSize: 400, seed: 1).Linear([90.0], [128.0]);
        using var grain = Image.Gaussnoise(6_000, 4_000, sigma: 6, seed: 1);
        using var grey = shapes + grain;
        using var picture = grey.Bandjoin(grey.Linear([0.8], [20.0]), grey.Linear([1.1], [-10.0])).Cast(Enums.BandFormat.Uchar)
            .Copy(interpretation: Enums.Interpretation.Srgb);
        picture.Jpegsave(path, q: 90);
    }
}
