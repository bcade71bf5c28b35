using IpsJobs.Core.Constants;
using IpsJobs.EndToEnd.Tests.Hosting;
using IpsJobs.Testing;
using IpsJobs.Testing.Fakes;
using IpsJobs.Testing.Media;
using Microsoft.Data.Sqlite;

namespace IpsJobs.EndToEnd.Tests.Media;

/// <summary>A server that is killed while it encodes: the encoder goes with it, and the next start leaves no trace of the first attempt.</summary>
public sealed class EncodingCrashTests
{
    private const string Job =
        """
        <uploadUrlsJob><urlArray><items><sourceUrl>ADDRESS</sourceUrl><destPath>Films/clip.mp4</destPath></items></urlArray>
        <overwrite>true</overwrite><readyForPublish>true</readyForPublish><createMask>false</createMask><emailSetting>None</emailSetting>
        <mediaOptions><videoEncodingPresetsArray><items>ps|1</items><items>ps|2</items></videoEncodingPresetsArray></mediaOptions></uploadUrlsJob>
        """;

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    [ToolFact("ffmpeg", "ffprobe", "sh")]
    public async Task Server_EncodesAnew_WhenItIsKilledInTheMiddle()
    {
        await using var world = await ServerWorld.CreateAsync();
        await ServeAsync(world);
        await using (var first = await world.StartReadyAsync())
        {
            AddPreset(world, "a", "40");
            AddPreset(world, "b", "1600");
            await world.SubmitAsync("encode", Job.Replace("ADDRESS", world.Web.UrlOf("/clip.mp4"), StringComparison.Ordinal));
            await ServerWorld.UntilAsync("the second encoding is at work", Limit, () => Task.FromResult(NamesOf(world).Contains("clip-a") && Encoders(world).Any()));
            await first.KillAsync();
        }
        await ServerWorld.UntilAsync("the encoder is gone", TimeSpan.FromSeconds(3), () => Task.FromResult(!Encoders(world).Any()));
        FilesOf(world).Should().Equal("clip-a.mp4", "clip.mp4");

        await using var second = await world.StartReadyAsync();
        await ServerWorld.UntilAsync("the job ends", Limit, () => Task.FromResult(world.Store.Count($"""SELECT count(*) FROM "LogRows" WHERE "LogType" = '{LogTypes.EndUploadUrls}'""") == 1));

        NamesOf(world).Should().Equal("clip", "clip-a", "clip-b", "clip-AVS");
        FilesOf(world).Should().Equal("clip-a.mp4", "clip-b.mp4", "clip.mp4");
        world.Store.Count($"""SELECT count(*) FROM "LogRows" WHERE "LogType" = '{LogTypes.UploadSuccess}'""").Should().Be(4);
        await ServerWorld.UntilAsync("staging is swept", Limit, () => Task.FromResult(world.IsStagingEmpty));
    }

    private static async Task ServeAsync(ServerWorld world)
    {
        var path = Path.Combine(world.Data.Root, "clip.mp4");
        await new SampleVideo { Seconds = 12, Rate = 30, Silent = true }.WriteAsync(path);
        world.Web.Answer("/clip.mp4", LocalResponse.Ok(await File.ReadAllBytesAsync(path)));
        File.Delete(path);
    }

    private static void AddPreset(ServerWorld world, string suffix, string width)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(world.Data.Root, "ips.db")}");
        connection.Open();
        using var insert = connection.CreateCommand();
        insert.CommandText =
            $$"""
            INSERT INTO "PropertySets" ("CompanyId", "TypeName", "Properties")
            VALUES (47, '{{PropertySetTypeNames.VideoEncodingPreset}}', '{"name":"{{suffix}}","suffix":"-{{suffix}}","width":"{{width}}"}')
            """;
        insert.ExecuteNonQuery();
    }

    private static List<string> NamesOf(ServerWorld world) => [.. world.Store.List("""SELECT "Name" FROM "Assets" ORDER BY "AssetId" """, r => r.GetString(0))];

    private static IEnumerable<string> FilesOf(ServerWorld world) => Directory
        .EnumerateFiles(world.Data.Originals(ServerWorld.CompanyRoot).Resolve(""), "*", SearchOption.AllDirectories)
        .Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal);

    private static IEnumerable<string> Encoders(ServerWorld world) => Directory.EnumerateDirectories("/proc")
        .Where(p => int.TryParse(Path.GetFileName(p), out _))
        .Select(CommandLine)
        .Where(c => c.StartsWith("/usr/bin/ffmpeg", StringComparison.Ordinal) && c.Contains(world.Data.Root, StringComparison.Ordinal));

    private static string CommandLine(string process)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "cmdline"));
        }
        catch (IOException)
        {
            return "";
        }
    }
}
