using IpsJobs.Contracts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Properties;
using IpsJobs.EndToEnd.Tests.Hosting;
using IpsJobs.Server.Client;
using IpsJobs.Testing;
using IpsJobs.Testing.Fakes;
using IpsJobs.Testing.Media;
using Microsoft.Extensions.DependencyInjection;
using PropertySet = IpsJobs.Core.Properties.PropertySet;

namespace IpsJobs.EndToEnd.Tests.Media;

/// <summary>What becomes of videos that are uploaded, whatever the way they come.</summary>
public sealed class MediaUploadTests(RunningServer server) : IClassFixture<RunningServer>, IDisposable
{
    private const int CompanyId = 47;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ips-e2e-media-");

    public void Dispose() => folder.Delete(recursive: true);

    [ToolFact("ffmpeg", "ffprobe")]
    public async Task Url_GivesEncodingsASetAndAThumbnail()
    {
        var video = await new SampleVideo { Width = 160, Height = 120 }.WriteAsync(Path.Combine(folder.FullName, "clip.mp4"));
        using var web = new LocalWebServer();
        web.Answer("/clip.mp4", LocalResponse.Ok(await File.ReadAllBytesAsync(video)));
        var media = await MediaAsync("url");

        var log = await RunAsync(param => param.UploadUrlsJob = UploadOf(web.UrlOf("/clip.mp4"), "Films/clip.mp4", media));

        await ShouldBeCompleteAsync("clip", "url", log);
        log.DetailArray!.Items.Where(r => r.LogType == LogTypes.UploadSuccess).Select(r => (r.AssetName, r.AssetType)).Should().Equal(
            ("clip", LogFileTypes.Video), ("clip", LogFileTypes.Thumbnail), ("clip-url-small", LogFileTypes.Video),
            ("clip-url-large", LogFileTypes.Video), ("clip-AVS", LogFileTypes.ImageSet));
        var image = (await FindAsync(NameSpace.Catalog, "clip"))!;
        (image.Content.Type, image.Content.Optimized!.Width, image.Content.Optimized.Height).Should().Be((AssetTypes.Image, 160, 120));
        (await Assets.FindGenerationAsync(image.AssetId, default))!.Engine.Should().Be(GenerationEngines.VideoThumbnail);
    }

    [ToolFact("ffmpeg", "ffprobe")]
    public async Task GetAssets_ShowsAVideoByItsThumbnail_WhenThereIsAnImageServer()
    {
        var shown = new RunningServer(new Dictionary<string, string?> { ["Properties:IpsImageServerUrl"] = "http://images.example.com/is/image" });
        await shown.InitializeAsync();
        try
        {
            using var web = new LocalWebServer();
            var video = await new SampleVideo().WriteAsync(Path.Combine(folder.FullName, "shown.mp4"));
            web.Answer("/shown.mp4", LocalResponse.Ok(await File.ReadAllBytesAsync(video)));
            foreach (var (name, wanted) in new[] { ("my film", true), ("bare", false) })
                await shown.RunAsync(new SubmitJobParam
                {
                    CompanyHandle = "c|47", JobName = name, UploadUrlsJob = UploadOf(web.UrlOf("/shown.mp4"), name + ".mp4", new MediaOptions { GenerateThumbnail = wanted }),
                });

            var reply = await shown.Client.CallAsync<GetAssetsByNameReturn>(
                "getAssetsByName",
                new GetAssetsByNameParam { CompanyHandle = "c|47", NameArray = new StringArray { Items = { "my film", "bare" } } },
                CancellationToken.None);

            reply.AssetArray!.Items.Select(a => (a.Name, a.Type, a.IpsImageUrl)).Should().BeEquivalentTo(
            [
                ("my film", AssetTypes.Video, "http://images.example.com/is/image/SampleCompany/my%20film"),
                ("my film", AssetTypes.Image, "http://images.example.com/is/image/SampleCompany/my%20film"),
                ("bare", AssetTypes.Video, null),
            ]);
        }
        finally
        {
            await shown.DisposeAsync();
        }
    }

    [ToolFact("ffmpeg", "ffprobe")]
    public async Task Directory_GivesEncodingsAndASet()
    {
        var media = await MediaAsync("dir");
        var incoming = Path.Combine(server.Data.Root, "companies", "SampleCompany", "incoming", "films");
        Directory.CreateDirectory(incoming);
        await new SampleVideo { Width = 160, Height = 120 }.WriteAsync(Path.Combine(incoming, "reel.mov"));
        File.SetLastWriteTimeUtc(Path.Combine(incoming, "reel.mov"), new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        var log = await RunAsync(param => param.UploadDirectoryJob = new UploadDirectoryJob
        {
            ServerDir = "films", DestFolder = "SampleCompany/Reels", IncludeSubfolders = true,
            Overwrite = true, ReadyForPublish = true, CreateMask = false, EmailSetting = EmailSettings.None, MediaOptions = media,
        });

        await ShouldBeCompleteAsync("reel", "dir", log);
    }

    [Fact]
    public async Task Submit_IsRefused_WhenAPresetIsOfAnotherCompany()
    {
        var foreign = await Sets.AddAsync(
            new PropertySet(0, 48, PropertySetTypeNames.VideoEncodingPreset, new Dictionary<string, string>()), CancellationToken.None);

        var media = new MediaOptions { VideoEncodingPresetsArray = new HandleArray { Items = { foreign.Handle.ToString() } } };
        var submit = () => RunAsync(param => param.UploadUrlsJob = UploadOf("http://127.0.0.1/a.mp4", "a.mp4", media));

        (await submit.Should().ThrowAsync<Exception>()).Which.Message.Should().Contain("videoEncodingPresetsArray/items[1]");
    }

    private static UploadUrlsJob UploadOf(string url, string path, MediaOptions media) => new()
    {
        UrlArray = new UploadUrlArray { Items = { new UploadUrl { SourceUrl = url, DestPath = path } } },
        Overwrite = true,
        ReadyForPublish = true,
        CreateMask = false,
        EmailSetting = EmailSettings.None,
        MediaOptions = media,
    };

    private IAssetStore Assets => server.Services.GetRequiredService<IAssetStore>();

    private IPropertySets Sets => server.Services.GetRequiredService<IPropertySets>();

    private async Task<MediaOptions> MediaAsync(string suffix) => new()
    {
        GenerateThumbnail = true,
        VideoEncodingPresetsArray = new HandleArray
        {
            Items =
            {
                await PresetAsync($"-{suffix}-small", ("videoBitrate", "60"), ("width", "80")),
                await PresetAsync($"-{suffix}-large", ("videoBitrate", "200")),
            },
        },
    };

    private async Task<string> PresetAsync(string suffix, params (string Name, string Value)[] values)
    {
        var all = values.Append(("name", "Preset" + suffix)).Append(("suffix", suffix)).ToDictionary(v => v.Item1, v => v.Item2);
        return (await Sets.AddAsync(new PropertySet(0, CompanyId, PropertySetTypeNames.VideoEncodingPreset, all), CancellationToken.None)).Handle.ToString();
    }

    private Task<JobLog> RunAsync(Action<SubmitJobParam> block)
    {
        var param = new SubmitJobParam { CompanyHandle = "c|47", JobName = $"media {Guid.NewGuid():N}" };
        block(param);
        return server.RunAsync(param);
    }

    private async Task ShouldBeCompleteAsync(string name, string suffix, JobLog log)
    {
        (log.FileErrorCount, log.FileWarningCount, log.FileSuccessCount, log.TotalFileCount).Should().Be((0, 0, 5, 5));
        var source = (await FindAsync(NameSpace.Static, name))!;
        source.Content.Type.Should().Be(AssetTypes.MasterVideo);
        source.Content.Details.Facts[MediaFactNames.Width].Should().Be("160");
        var (small, large) = ((await FindAsync(NameSpace.Static, $"{name}-{suffix}-small"))!, (await FindAsync(NameSpace.Static, $"{name}-{suffix}-large"))!);
        (small.Content.Details.Facts[MediaFactNames.Width], small.Content.Details.Facts[MediaFactNames.VideoCodec]).Should().Be(("80", "h264"));
        large.Content.Details.Facts[MediaFactNames.Width].Should().Be("160");
        (await Assets.FindGenerationAsync(small.AssetId, default))!.Attributes["preset"].Should().Be($"Preset-{suffix}-small");
        var set = (await FindAsync(NameSpace.Catalog, name + "-AVS"))!;
        (set.Content.Type, set.Content.SubType).Should().Be((AssetTypes.AssetSet, AssetSetSubTypes.VideoSet));
        (await Assets.ListMembersAsync(set.AssetId, default)).Select(m => m.AssetId).Should().Equal(small.AssetId, large.AssetId);
    }

    private Task<StoredAsset?> FindAsync(NameSpace nameSpace, string name) => Assets.FindByNameAsync(CompanyId, nameSpace, name, CancellationToken.None);
}
