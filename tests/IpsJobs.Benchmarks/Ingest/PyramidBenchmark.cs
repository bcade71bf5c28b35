using System.Globalization;
using IpsJobs.Benchmarks.Publish;

namespace IpsJobs.Benchmarks.Ingest;

/// <summary>A picture of 24 megapixels through the whole of uploadDirectoryJob, against <c>vips</c> writing a pyramid with the same tiles, and the memory of a job with many.</summary>
/// <remarks>
/// Ours hashes and keeps the original and makes every level with Lanczos3, as the API demands; vips halves with means and writes one file.
/// Both write tiles of JPEG as the API has them: 256 pixels wide and high, quality 95. Left to itself, vips writes a quarter of the data:
/// quality 75, with every second pixel's colours.
/// </remarks>
internal static class PyramidBenchmark
{
    private const int Rounds = 7;
    private const int Many = 200;
    private const int MemoryLimit = 400;
    private static readonly string[] Smaller = ["--pyramid", "--tile", "--compression", "jpeg"];
    private static readonly string[] Same = [.. Smaller, "--Q", "95", "--tile-width", "256", "--tile-height", "256"];
    private static readonly TimeSpan SampleEvery = TimeSpan.FromMilliseconds(250);

    /// <returns>True when it takes no longer than vips, and many pictures stay below the memory limit.</returns>
    public static async Task<bool> RunAsync()
    {
        var root = Directory.CreateTempSubdirectory("ipsjobs-pyramid-");
        try
        {
            var picture = Path.Combine(root.FullName, "picture.jpg");
            MakePicture(root.FullName, picture);
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
        await Measure.WarmUpAsync(round => UploadAsync(server, picture, "warm" + round.ToString(CultureInfo.InvariantCulture)));
        var (ours, theirs, smaller) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            var name = round.ToString(CultureInfo.InvariantCulture);
            var (same, small) = (Save(root, picture, name + ".tif", Same), Save(root, picture, name + "-small.tif", Smaller));
            var upload = await UploadAsync(server, picture, name);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"vips {same.TotalSeconds:0.000} s   vips at its own quality {small.TotalSeconds:0.000} s   upload {upload.TotalSeconds:0.000} s   ratio {upload / same:0.00}"));
            ours.Add(upload.TotalSeconds);
            theirs.Add(same.TotalSeconds);
            smaller.Add(small.TotalSeconds);
        }

        var ratio = Measure.Median(ours) / Measure.Median(theirs);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"median: vips {Measure.Median(theirs):0.000} s, upload {Measure.Median(ours):0.000} s, ratio {ratio:0.00} of its time (at most 1)"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"vips at its own quality {Measure.Median(smaller):0.000} s, {Measure.Median(ours) / Measure.Median(smaller):0.00} of that time"));
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

    private static TimeSpan Save(string root, string picture, string name, string[] options) =>
        Programs.Run("vips", root, ["tiffsave", picture, Path.Combine(root, name), .. options]);

    private static async Task<TimeSpan> UploadAsync(IngestServer server, string picture, string name)
    {
        Place(server, picture, name);
        return await RunAsync(server, "Pyramid " + name, files: 1);
    }

    private static async Task<TimeSpan> RunAsync(IngestServer server, string name, int files)
    {
        var (time, log) = await server.RunAsync(name, SampleFiles.UploadJob());
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

    // Soft shapes with some grain: about as hard to compress as a photograph. Made by other processes, whose memory is not the server's.
    private static void MakePicture(string root, string path)
    {
        Vips("perlin", "shapes.v", "6000", "4000", "--cell-size", "400", "--seed", "1");
        Vips("linear", "shapes.v", "soft.v", "90", "128");
        Vips("gaussnoise", "grain.v", "6000", "4000", "--mean", "0", "--sigma", "6", "--seed", "1");
        Vips("add", "soft.v", "grain.v", "red.v");
        Vips("linear", "red.v", "green.v", "0.8", "20");
        Vips("linear", "red.v", "blue.v", "0.9", "5");
        Vips("bandjoin", "red.v green.v blue.v", "bands.v");
        Vips("cast", "bands.v", "bytes.v", "uchar");
        Vips("copy", "bytes.v", "picture.v", "--interpretation", "srgb");
        Vips("jpegsave", "picture.v", path, "--Q", "90");
        foreach (var step in Directory.GetFiles(root, "*.v"))
            File.Delete(step);

        void Vips(params string[] arguments) => Programs.Run("vips", root, arguments);
    }
}
