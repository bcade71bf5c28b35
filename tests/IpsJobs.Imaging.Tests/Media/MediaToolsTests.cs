using IpsJobs.Core.Assets;
using IpsJobs.Core.Configuration;
using IpsJobs.Core.Constants;
using IpsJobs.Imaging.Media;
using IpsJobs.Imaging.Tools;
using IpsJobs.Testing;
using IpsJobs.Testing.Media;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace IpsJobs.Imaging.Tests.Media;

public sealed class MediaToolsTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ips-media-");
    private readonly MediaTools tools = Create(new ToolOptions { Timeout = TimeSpan.FromSeconds(30) });

    public void Dispose()
    {
        tools.Dispose();
        folder.Delete(recursive: true);
    }

    [ToolFact("ffmpeg", "ffprobe")]
    public async Task Read_FindsSizeLengthAndCodecs_WhenItIsAVideo()
    {
        var facts = await ReadAsync(new SampleVideo { Width = 160, Height = 120, Rate = 10, Seconds = 2 }, "a.mp4");

        facts.Picture.Should().BeEquivalentTo(
            new PictureTrack("h264", 160, 120) { FrameRate = 10 }, o => o.Excluding(p => p.BitRate));
        facts.Sound.Should().BeEquivalentTo(new SoundTrack("aac") { SampleRate = 44100, Channels = 1 }, o => o.Excluding(s => s.BitRate));
        facts.Duration!.Value.TotalSeconds.Should().BeApproximately(2, 0.1);
        facts.BitRate.Should().BeGreaterThan(1000);
        facts.Container.Should().Contain("mp4");
    }

    [ToolFact("ffmpeg", "ffprobe")]
    public async Task Read_SwapsTheSides_WhenAPhoneWasHeldUpright()
    {
        var facts = await ReadAsync(new SampleVideo { Width = 160, Height = 120, Rotation = 90, Silent = true }, "a.mp4");

        (facts.Picture!.Width, facts.Picture.Height).Should().Be((120, 160));
        facts.Sound.Should().BeNull();
    }

    [ToolFact("ffmpeg", "ffprobe")]
    public async Task ToTexts_NamesEveryFact_WhenAllAreKnown()
    {
        var texts = (await ReadAsync(new SampleVideo(), "a.mp4")).ToTexts();

        texts.Keys.Should().BeEquivalentTo(MediaFactNames.All);
        texts[MediaFactNames.Width].Should().Be("160");
        texts[MediaFactNames.FrameRate].Should().Be("10");
    }

    [ToolTheory("ffmpeg", "ffprobe")]
    [InlineData("avi")]
    [InlineData("flv")]
    [InlineData("mkv")]
    [InlineData("mov")]
    [InlineData("mpg")]
    [InlineData("mts")]
    [InlineData("ogv")]
    [InlineData("ts")]
    [InlineData("vob")]
    [InlineData("webm")]
    [InlineData("wmv")]
    public async Task Read_KnowsTheForm_WhateverTheExtension(string extension) =>
        (await ReadAsync(new SampleVideo { Rate = 25 }, "a." + extension)).Picture!.Width.Should().Be(160);

    [ToolFact("ffprobe")]
    public async Task Read_Refuses_WhenTheFileIsNoVideo()
    {
        var path = Write("a.mp4", "nothing of the kind");

        await ShouldBeRefusedAsync(path);
    }

    [ToolFact("ffmpeg", "ffprobe")]
    public async Task Read_OpensNoOtherFile_WhenTheContentIsAPlayList()
    {
        var secret = await new SampleVideo().WriteAsync(PathOf("secret.ts"));
        var list = Write("a.avi", $"#EXTM3U\n#EXT-X-MEDIA-SEQUENCE:0\n#EXTINF:2.0,\nfile://{secret}\n#EXT-X-ENDLIST\n");
        var concat = Write("b.avi", $"ffconcat version 1.0\nfile {Path.GetFileName(secret)}\n");

        await ShouldBeRefusedAsync(list);
        await ShouldBeRefusedAsync(concat);
    }

    [ToolFact("ffmpeg", "ffprobe")]
    public async Task Read_SaysItTookTooLong_WhenTheTimeIsNotEnough()
    {
        var path = await new SampleVideo().WriteAsync(PathOf("a.mp4"));
        using var hurried = Create(new ToolOptions { Timeout = TimeSpan.FromTicks(1) });

        var read = () => hurried.ReadAsync(path, folder.FullName, CancellationToken.None);

        (await read.Should().ThrowAsync<MediaUnreadableException>()).Which.Reason.Key.Should().Be("Log.Media.TimedOut");
    }

    private async Task ShouldBeRefusedAsync(string path)
    {
        var read = () => tools.ReadAsync(path, folder.FullName, CancellationToken.None);

        (await read.Should().ThrowAsync<MediaUnreadableException>()).Which.Reason.Key.Should().Be("Log.Media.Unreadable");
    }

    private async Task<MediaFacts> ReadAsync(SampleVideo video, string name) =>
        await tools.ReadAsync(await video.WriteAsync(PathOf(name)), folder.FullName, CancellationToken.None);

    private static MediaTools Create(ToolOptions options) => new(
        new ToolRunner(
            new Confinement(NullLogger<Confinement>.Instance), Options.Create(options), new ServerClock(TimeProvider.System, TimeZoneInfo.Utc)),
        Options.Create(options));

    private string Write(string name, string content)
    {
        File.WriteAllText(PathOf(name), content);
        return PathOf(name);
    }

    private string PathOf(string name) => Path.Combine(folder.FullName, name);
}
