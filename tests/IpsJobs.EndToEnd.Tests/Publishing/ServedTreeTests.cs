using System.Text;
using IpsJobs.Contracts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.EndToEnd.Tests.Hosting;
using IpsJobs.Testing.Fakes;
using Microsoft.Extensions.DependencyInjection;

namespace IpsJobs.EndToEnd.Tests.Publishing;

/// <summary>A plain web server can serve what was published: catalogs lead to files, and the files are those of the store.</summary>
public sealed class ServedTreeTests(RunningServer server) : IClassFixture<RunningServer>
{
    private const string Root = "SampleCompany";

    [Fact]
    public async Task ImageServing_IsServedFromItsAttributesToItsFiles()
    {
        await UploadAsync("Serve", ("Pictures/red shoe.png", ServerWorld.Draw(1)), ("Pictures/logo.svg", Svg), ("Styles/größe.css", "a{}"u8.ToArray()));
        await PublishAsync("Publish", job => job.ImageServingPublishJob = new ImageServingPublishJob { PublishType = PublishTypes.Full, EmailSetting = EmailSettings.None });
        await using var site = await StaticSite.StartAsync(server.Data.PublishTarget("ImageServing"));

        var attributes = Attributes(await site.GetAsync($"catalog/{Root}.ini"));

        var images = await RecordsAsync(site, attributes["CatalogFile"].Split(',')[0]);
        var shoe = await server.Services.GetRequiredService<IAssetStore>().FindByNameAsync(47, NameSpace.Catalog, "red shoe", CancellationToken.None);
        images["red shoe"]["Size"].Should().Be("200,150");
        (await site.GetAsync($"images/{attributes["RootPath"]}/{images["red shoe"]["Path"]}"))
            .Should().Equal(await File.ReadAllBytesAsync(server.Data.Optimized(Root + "/").Resolve(shoe!.Content.Optimized!.Path)));
        var vectors = await RecordsAsync(site, attributes["SvgCatalogFile"]);
        (await site.GetAsync($"images/{attributes["RootPath"]}/{vectors["logo"]["Path"]}")).Should().Equal(Svg);
        var statics = await RecordsAsync(site, attributes["StaticContentCatalogFile"]);
        (await site.GetAsync($"static/{attributes["StaticContentRootPath"]}/{statics["größe"]["Path"]}")).Should().Equal("a{}"u8.ToArray());
    }

    [Fact]
    public async Task ServerDirectory_IsServedFromItsManifest()
    {
        var picture = ServerWorld.Draw(2);
        await UploadAsync("Directory", ("Pictures/blue.png", picture));
        await PublishAsync("Publish directory", job => job.ServerDirectoryPublishJob = new ServerDirectoryPublishJob { EmailSetting = EmailSettings.None });
        await using var site = await StaticSite.StartAsync(server.Data.PublishTarget("ServerDirectory"));

        var manifest = Records(await site.GetAsync($"{Root}/manifest.tsv"));

        (await site.GetAsync($"{Root}/{manifest["blue"]["Path"]}")).Should().Equal(picture);
    }

    [Fact]
    public async Task VideosMaterialsAndMetadata_AreServedByTheirPaths()
    {
        await UploadAsync("Rest", ("Sounds/hum.mp3", "sound"u8.ToArray()), ("Rooms/room.vnt", "vignette"u8.ToArray()));
        await PublishAsync("Publish video", job => job.VideoPublishJob = new VideoPublishJob { EmailSetting = EmailSettings.None });
        await PublishAsync("Publish rooms", job => job.ImageRenderingPublishJob = new ImageRenderingPublishJob { EmailSetting = EmailSettings.None });
        await PublishAsync("Publish metadata", job => job.MetadataPublishJob = new MetadataPublishJob { ForcePublish = true });
        await using var videos = await StaticSite.StartAsync(server.Data.PublishTarget("Video"));
        await using var rooms = await StaticSite.StartAsync(server.Data.PublishTarget("ImageRendering"));
        await using var metadata = await StaticSite.StartAsync(server.Data.PublishTarget("ImageServing"));

        (await videos.GetAsync($"video/{Root}/Sounds/hum.mp3")).Should().Equal("sound"u8.ToArray());
        var attributes = Attributes(await rooms.GetAsync($"ir/catalog/{Root}.ini"));
        var map = Records(await rooms.GetAsync("ir/catalog/" + attributes["VignetteMapFile"]));
        (await rooms.GetAsync($"ir/data/{Root}/{map["room"]["Path"]}")).Should().Equal("vignette"u8.ToArray());
        var hum = await server.Services.GetRequiredService<IAssetStore>().FindByNameAsync(47, NameSpace.Static, "hum", CancellationToken.None);
        Encoding.UTF8.GetString(await metadata.GetAsync($"metadata/{Root}/{hum!.AssetId}.json")).Should().Contain("hum");
        Encoding.UTF8.GetString(await metadata.GetAsync($"metadata/{Root}/index.json")).Should().Contain("count");
    }

    private static byte[] Svg => """<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>"""u8.ToArray();

    private async Task UploadAsync(string name, params (string Path, byte[] Content)[] files)
    {
        using var web = new LocalWebServer();
        var entries = files.Select((file, i) =>
        {
            web.Answer($"/{i}", LocalResponse.Ok(file.Content));
            return new UploadUrl { SourceUrl = web.UrlOf($"/{i}"), DestPath = file.Path };
        });
        var log = await server.RunAsync(new SubmitJobParam
        {
            CompanyHandle = "c|47",
            JobName = name,
            UploadUrlsJob = new UploadUrlsJob
            {
                UrlArray = new UploadUrlArray { Items = [.. entries] },
                Overwrite = true, ReadyForPublish = true, CreateMask = false, EmailSetting = EmailSettings.None,
            },
        });
        log.FileSuccessCount.Should().Be(files.Length);
    }

    private async Task PublishAsync(string name, Action<SubmitJobParam> choose)
    {
        var request = new SubmitJobParam { CompanyHandle = "c|47", JobName = name };
        choose(request);
        var log = await server.RunAsync(request);
        log.Should().Match<JobLog>(l => l.FileErrorCount == 0 && l.FatalError == false);
    }

    private static async Task<Dictionary<string, Dictionary<string, string>>> RecordsAsync(StaticSite site, string file) =>
        Records(await site.GetAsync("catalog/" + file));

    // No field of these tests needs quotes; the full grammar is read in the tests of the catalogs themselves.
    private static Dictionary<string, Dictionary<string, string>> Records(byte[] bytes)
    {
        bytes.Take(3).Should().Equal([0xEF, 0xBB, 0xBF]);
        var lines = Encoding.UTF8.GetString(bytes, 3, bytes.Length - 3).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var names = lines[0].Split('\t');
        return lines.Skip(1).Select(l => names.Zip(l.Split('\t')).ToDictionary(p => p.First, p => p.Second)).ToDictionary(r => r["Id"]);
    }

    private static Dictionary<string, string> Attributes(byte[] bytes) => Encoding.UTF8.GetString(bytes)
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Where(l => l.Contains('=', StringComparison.Ordinal) && !l.StartsWith('#'))
        .Select(l => l.Split('=', 2))
        .ToDictionary(p => p[0], p => p[1]);
}
