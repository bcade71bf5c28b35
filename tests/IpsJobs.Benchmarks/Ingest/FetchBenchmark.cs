using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using IpsJobs.Server.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace IpsJobs.Benchmarks.Ingest;

/// <summary>A thousand addresses through the whole of uploadUrlsJob, against curl with as many connections and against <see cref="BareWork"/>.</summary>
/// <remarks>Ours hashes, names, flushes to the disk, moves into place and writes asset and log row; curl only fetches.</remarks>
internal static class FetchBenchmark
{
    private const int Files = 1_000;
    private const int FileSize = 100_000;
    private const int Rounds = 5;
    private const int Connections = 4;
    private const double Bound = 0.8;

    /// <returns>True when it reaches the share of curl's speed that is promised.</returns>
    public static async Task<bool> RunAsync()
    {
        var root = Directory.CreateTempSubdirectory("ipsjobs-fetch-");
        try
        {
            await using var source = await StartSourceAsync();
            var address = new Uri(source.Urls.First());
            await using var server = await IngestServer.StartAsync(root.FullName, "data");
            await Measure.WarmUpAsync(async round =>
            {
                await BareWork.FetchAsync(Addresses(address), Path.Combine(root.FullName, "warm-bare" + Text(round)), Connections);
                await UploadAsync(server, address, "warm" + Text(round));
            });
            var comparison = new Comparison("curl", Bound);
            for (var round = 0; round < Rounds; round++)
                await CompareAsync(comparison, server, root.FullName, address, Text(round));
            return comparison.Finish();
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    private static async Task CompareAsync(Comparison comparison, IngestServer server, string root, Uri address, string round)
    {
        var curl = FetchWithCurl(root, address, "curl" + round);
        Programs.Run("sync", root);
        var bare = await BareWork.FetchAsync(Addresses(address), Path.Combine(root, "bare" + round), Connections);
        Programs.Run("sync", root);
        await comparison.AddAsync(curl, bare, () => UploadAsync(server, address, "round" + round));
        Programs.Run("sync", root);
    }

    private static async Task<TimeSpan> UploadAsync(IngestServer server, Uri address, string name)
    {
        var (time, log) = await server.RunAsync(name, Job(address, name));
        return log.Counters.FileSuccess == Files
            ? time
            : throw new InvalidOperationException($"{log.Counters.FileSuccess} of {Files} files were taken: {log.Outcome}");
    }

    private static TimeSpan FetchWithCurl(string root, Uri address, string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(root, name)).FullName;
        var list = Path.Combine(root, name + ".txt");
        File.WriteAllLines(list, Addresses(address).Select(a => $"url = \"{a}\"\noutput = \"{Path.Combine(folder, Path.GetFileName(a))}\""));
        return Programs.Run("curl", root, "--no-progress-meter", "--fail", "--parallel", "--parallel-max", Connections.ToString(CultureInfo.InvariantCulture), "--config", list);
    }

    private static string Job(Uri address, string prefix)
    {
        var items = new StringBuilder();
        foreach (var source in Addresses(address))
            items.Append("<items><sourceUrl>").Append(source).Append("</sourceUrl><destPath>").Append(prefix).Append('-').Append(Path.GetFileName(source)).Append("</destPath></items>");
        return $"""
            <uploadUrlsJob><urlArray>{items}</urlArray><overwrite>true</overwrite><readyForPublish>true</readyForPublish>
            <createMask>false</createMask><emailSetting>None</emailSetting></uploadUrlsJob>
            """;
    }

    // Style sheets have no picture, so nothing is measured but the way of a file.
    private static IEnumerable<string> Addresses(Uri address) =>
        Enumerable.Range(0, Files).Select(i => string.Create(CultureInfo.InvariantCulture, $"{address}files/{i}.css"));

    private static string Text(int round) => round.ToString(CultureInfo.InvariantCulture);

    private static async Task<WebApplication> StartSourceAsync()
    {
        var bytes = RandomNumberGenerator.GetBytes(FileSize);
        var app = WebBuilders.CreateLocal().Build();
        app.MapGet("/files/{name}", (string name) => Results.Bytes(bytes, "text/css"));
        await app.StartAsync();
        return app;
    }
}
