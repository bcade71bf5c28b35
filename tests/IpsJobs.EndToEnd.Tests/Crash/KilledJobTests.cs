using System.Globalization;
using System.IO.Compression;
using System.Net;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.EndToEnd.Tests.Hosting;
using IpsJobs.EndToEnd.Tests.Publishing;
using Microsoft.Data.Sqlite;
using NetVips;

namespace IpsJobs.EndToEnd.Tests.Crash;

/// <summary>A server process that is killed in the middle of an export and of a generation of sets: the next start leaves what one run would have left.</summary>
public sealed class KilledJobTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    [Fact]
    public async Task Export_HasEveryPictureOnceInOneArchive_WhenTheServerIsKilledInTheMiddle()
    {
        const int Count = 60;
        await using var world = await ServerWorld.CreateAsync();
        var pictures = new PublishWorld(world, PublishKind.Get("serverDirectoryPublishJob"));
        await using (var server = await world.StartReadyAsync())
        {
            await pictures.UploadAsync(Count);
            await world.SubmitAsync("Export", $"""
                <exportJob><assetHandleArray>{Handles(world)}</assetHandleArray><fmt>convert</fmt>
                <is_modifier>wid=700&amp;op_blur=40&amp;fmt=png</is_modifier><emailSetting>None</emailSetting></exportJob>
                """);
            await ServerWorld.UntilAsync("some pictures are exported", Limit, () => Task.FromResult(Rows(world, LogTypes.ReturnSuccess) >= 5));
            await server.KillAsync();
            Rows(world, LogTypes.ReturnSuccess).Should().BeInRange(5, Count - 1, "the kill is to hit the middle");
            Archives(world).Should().BeEmpty("an archive is there once it is whole");
        }

        await using var next = await world.StartReadyAsync();
        var ended = await pictures.EndedAsync("Export");

        ended.Should().Match<StoredInstance>(i => i.Outcome == JobOutcome.Warning && i.Interruptions == 1);
        ended.Counters.Should().BeEquivalentTo(new { TotalFile = Count, FileSuccess = Count, FileError = 0, FileWarning = 1 });
        Rows(world, LogTypes.ReturnSuccess).Should().Be(Count);
        var file = Archives(world).Should().ContainSingle().Which;
        using (var archive = await ZipFile.OpenReadAsync(file))
        {
            archive.Entries.Select(e => e.FullName).Should().OnlyHaveUniqueItems().And.HaveCount(Count);
            archive.Entries.Should().AllSatisfy(e => Width(e).Should().Be(700));
        }

        using var http = new HttpClient();
        var token = world.Store.List("""SELECT "Token" FROM "Exports" """, r => r.GetString(0)).Should().ContainSingle().Which;
        (await http.GetByteArrayAsync(new Uri(world.Service, "/scene7/export/" + token))).Should().Equal(await File.ReadAllBytesAsync(file));
        using var wrong = await http.GetAsync(new Uri(world.Service, "/scene7/export/" + token[..^1]));
        wrong.StatusCode.Should().Be(HttpStatusCode.NotFound);
        await ServerWorld.UntilAsync("staging is swept", Limit, () => Task.FromResult(world.IsStagingEmpty));
    }

    [Fact]
    public async Task Sets_AreMadeOnceWithTheirMembers_WhenTheServerIsKilledInTheMiddle()
    {
        const int Count = 300;
        await using var world = await ServerWorld.CreateAsync();
        var pictures = new PublishWorld(world, PublishKind.Get("serverDirectoryPublishJob"));
        await using (var server = await world.StartReadyAsync())
        {
            await pictures.UploadAsync(Count);
            AddPreset(world);
            await world.SubmitAsync("Sets", $"""
                <automatedSetGenerationJob><assetHandleArray>{Handles(world)}</assetHandleArray><destFolder>Sets/</destFolder>
                <readyForPublish>true</readyForPublish><autoSetCreationOptions><autoSetsArray><items>ps|1</items></autoSetsArray></autoSetCreationOptions>
                <emailSetting>None</emailSetting></automatedSetGenerationJob>
                """);
            await ServerWorld.UntilAsync("some sets are made", Limit, () => Task.FromResult(Sets(world).Count > 0));
            await server.KillAsync();
            Sets(world).Count.Should().BeInRange(1, Count - 1, "the kill is to hit the middle");
        }

        await using var next = await world.StartReadyAsync();
        var ended = await pictures.EndedAsync("Sets");

        ended.Should().Match<StoredInstance>(i => i.Outcome == JobOutcome.Warning && i.Interruptions == 1);
        // What was made before the kill is neither made nor told a second time.
        ended.Counters.Should().BeEquivalentTo(new { TotalFile = Count, FileSuccess = Count, FileUpdate = 0, FileError = 0, FileWarning = 1 });
        Sets(world).Should().OnlyHaveUniqueItems().And.HaveCount(Count);
        world.Store.Count($"""SELECT count(DISTINCT "AssetId") FROM "LogRows" WHERE "AssetId" IN (SELECT "AssetId" FROM "Assets" WHERE "Type" = '{AssetTypes.ImageSet}')""")
            .Should().Be(Count);
        Members(world).Should().AllSatisfy(m => m.Set.Should().Be(m.Member + "_set")).And.HaveCount(Count);
    }

    private static string Handles(ServerWorld world) =>
        string.Concat(world.Store.List("""SELECT "AssetId" FROM "Assets" """, r => r.GetInt64(0)).Select(id => string.Create(CultureInfo.InvariantCulture, $"<items>a|{id}</items>")));

    private static string[] Archives(ServerWorld world) =>
        Directory.GetFiles(Directory.CreateDirectory(world.Data.Exports.Resolve("")).FullName, "*", SearchOption.AllDirectories);

    private static long Rows(ServerWorld world, string type) => world.Store.Count($"""SELECT count(*) FROM "LogRows" WHERE "LogType" = '{type}'""");

    private static IReadOnlyList<string> Sets(ServerWorld world) =>
        world.Store.List($"""SELECT "Name" FROM "Assets" WHERE "Type" = '{AssetTypes.ImageSet}' """, r => r.GetString(0));

    private static IReadOnlyList<(string Set, string Member)> Members(ServerWorld world) => world.Store.List(
        """SELECT s."Name", a."Name" FROM "SetMembers" m JOIN "Assets" s ON s."AssetId" = m."SetId" JOIN "Assets" a ON a."AssetId" = m."AssetId" """,
        r => (r.GetString(0), r.GetString(1)));

    private static int Width(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        using var picture = Image.NewFromBuffer(bytes.ToArray());
        picture.Avg().Should().BeGreaterThan(0, "all pixels can be read");
        return picture.Width;
    }

    private static void AddPreset(ServerWorld world)
    {
        using var connection = new SqliteConnection($"Data Source={world.Data.Database}");
        connection.Open();
        using var insert = connection.CreateCommand();
        insert.CommandText =
            $$"""
            INSERT INTO "PropertySets" ("CompanyId", "TypeName", "Properties") VALUES (47, '{{PropertySetTypeNames.BatchSetPreset}}',
            '{"name":"Each","active":"true","setType":"ImageSet","match":"(.+)","suffix":"_set"}')
            """;
        insert.ExecuteNonQuery();
    }
}
