using System.Globalization;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Testing;
using IpsJobs.Testing.Media;

namespace IpsJobs.Handlers.Tests.Media;

public sealed class MediaRendererTests : IDisposable
{
    private readonly MediaFixture fixture = new();

    public void Dispose() => fixture.Dispose();

    [ToolFact("ffmpeg", "ffprobe")]
    public async Task Run_StoresWhatTheVideoIs()
    {
        await fixture.Upload.RunAsync((await fixture.ServeAsync("clip.mp4", new SampleVideo { Width = 160, Height = 120, Seconds = 2 }), "x/clip.mp4"));

        var video = fixture.Upload.Asset("clip");
        video.Content.Type.Should().Be(AssetTypes.Video);
        var facts = video.Content.Details.Facts;
        (facts[MediaFactNames.Width], facts[MediaFactNames.Height], facts[MediaFactNames.VideoCodec]).Should().Be(("160", "120", "h264"));
        double.Parse(facts[MediaFactNames.Duration], CultureInfo.InvariantCulture).Should().BeApproximately(2, 0.1);
        fixture.RowOf("clip").Aux.Should().BeEmpty();
    }

    [ToolFact("ffmpeg", "ffprobe")]
    public async Task Run_StoresWhatTheSoundIs()
    {
        await fixture.Upload.RunAsync((await fixture.ServeSoundAsync("tone.wav"), "x/tone.wav"));

        var facts = fixture.Upload.Asset("tone").Content.Details.Facts;
        (facts[MediaFactNames.AudioCodec], facts[MediaFactNames.Channels]).Should().Be(("pcm_s16le", "1"));
        facts.Should().NotContainKey(MediaFactNames.Width);
    }

    [ToolFact("ffmpeg", "ffprobe")]
    public async Task Run_StoresTheTagsAsMetadata_AndTheirWordsForTheSearch()
    {
        var video = new SampleVideo
        {
            Tags = [("title", "Red shoe"), ("artist", "Ann"), ("comment", "Seen from above"), ("date", "2024-05-06"), ("genre", "Advert")],
        };

        await fixture.RunAsync(
            await fixture.ServeAsync("clip.mp4", video), MediaFixture.Encoded(fixture.Preset("Only", ("suffix", "-only"))), job => job.XmpKeywords = "sale");

        var stored = fixture.VideoOf("clip");
        stored.Content.Metadata.Should().Contain(new Dictionary<string, string>
        {
            ["dc:title"] = "Red shoe",
            ["dc:creator"] = "Ann",
            ["dc:description"] = "Seen from above",
            ["xmp:CreateDate"] = "2024-05-06",
            ["xmpDM:genre"] = "Advert",
        });
        stored.Content.Keywords.Should().Equal("sale");
        (await fixture.Upload.Assets.FindWordsAsync(stored.AssetId, CancellationToken.None)).Should().Be("Red shoe\nSeen from above\nAnn");
        fixture.VideoOf("clip-only").Content.Metadata.Should().BeEmpty("its source says it");
    }

    [ToolTheory("ffmpeg", "ffprobe")]
    [InlineData("tone.mp3")]
    [InlineData("tone.wav")]
    public async Task Run_StoresTheTagsOfSounds(string file)
    {
        await fixture.Upload.RunAsync((await fixture.ServeSoundAsync(file, ("title", "Hum"), ("artist", "Bob")), "x/" + file));

        fixture.Upload.Asset("tone").Content.Metadata.Should().Contain(
            new Dictionary<string, string> { ["dc:title"] = "Hum", ["dc:creator"] = "Bob" });
    }

    [ToolFact("ffprobe")]
    public async Task Run_StoresTheFileWithAWarning_WhenItIsDamaged()
    {
        await fixture.Upload.RunAsync((fixture.Upload.Serve("/bad.mp4", "no video at all"u8.ToArray()), "x/bad.mp4"));

        var row = fixture.RowOf("bad");
        row.LogType.Should().Be(LogTypes.UploadSuccess);
        row.Aux.Single().Message.Key.Should().Be("Log.Media.Unreadable");
        fixture.Upload.Asset("bad").Content.Details.Facts.Should().BeEmpty();
        File.Exists(fixture.Upload.Original("x/bad.mp4")).Should().BeTrue();
    }

    [Fact]
    public async Task Run_NamesTheProgram_WhenItIsMissing()
    {
        fixture.Use(new MissingMediaTools());

        await fixture.Upload.RunAsync((fixture.Upload.Serve("/clip.mov", "any"u8.ToArray()), "x/clip.mov"));

        var warning = fixture.RowOf("clip").Aux.Single().Message;
        (warning.Key, warning.Arguments.Single()).Should().Be(("Log.Upload.ToolMissing", "ffprobe"));
        fixture.Upload.Asset("clip").Content.Type.Should().Be(AssetTypes.MasterVideo);
    }

    [Fact]
    public async Task Run_WarnsOfEveryResult_WhenThereIsNoEncoder()
    {
        fixture.Use(new MissingMediaTools());
        var media = MediaFixture.Encoded(fixture.Preset("Small"), fixture.Preset("Large"));
        media.GenerateThumbnail = true;

        await fixture.RunAsync(fixture.Upload.Serve("/clip.mov", "any"u8.ToArray()), media);

        var row = fixture.Upload.Rows.Single();
        row.LogType.Should().Be(LogTypes.UploadSuccess);
        row.Aux.Select(a => a.Message.Key).Should().Equal(
            "Log.Upload.ToolMissing", "Log.Media.NoThumbnail", "Log.Media.NoEncoding", "Log.Media.NoEncoding");
        row.Aux.Select(a => a.Message.Arguments[0]).Should().Equal("ffprobe", "ffmpeg", "Small", "Large");
        fixture.Upload.Assets.All.Should().ContainSingle();
    }
}
