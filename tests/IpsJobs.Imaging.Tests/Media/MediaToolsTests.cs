using IpsJobs.Core.Assets;
using IpsJobs.Core.Configuration;
using IpsJobs.Core.Constants;
using IpsJobs.Imaging.Media;
using IpsJobs.Imaging.Tools;
using IpsJobs.Testing;
using IpsJobs.Testing.Media;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NetVips;

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

    [ToolTheory("ffmpeg")]
    [InlineData(0, 200, 0)]
    [InlineData(1500, 0, 200)]
    [InlineData(99_000, 200, 0)]
    public async Task DrawFrame_TakesTheFrameOfTheTime(int milliseconds, int red, int blue)
    {
        var frame = PathOf("frame.jpg");

        await tools.DrawFrameAsync(await new SampleVideo().WriteAsync(PathOf("a.mp4")), TimeSpan.FromMilliseconds(milliseconds), folder.FullName, frame, default);

        using var image = Image.NewFromFile(frame);
        (image.Width, image.Height).Should().Be((160, 120));
        var pixel = image.Getpoint(80, 60);
        (pixel[0] >= red, pixel[2] >= blue).Should().Be((true, true));
        (pixel[0] + pixel[2]).Should().BeLessThan(300, "it is one of the two colours");
    }

    [ToolFact("ffmpeg")]
    public async Task DrawFrame_Refuses_WhenThereIsNoPicture()
    {
        var sound = await SampleVideo.WriteSoundAsync(PathOf("a.mp3"));

        var draw = () => tools.DrawFrameAsync(sound, TimeSpan.Zero, folder.FullName, PathOf("frame.jpg"), CancellationToken.None);

        (await draw.Should().ThrowAsync<MediaUnreadableException>()).Which.Reason.Key.Should().Be("Log.Media.NoFrame");
    }

    [ToolTheory("ffmpeg", "ffprobe")]
    [InlineData(0, 0, 160, 120)]
    [InlineData(80, 0, 80, 60)]
    [InlineData(0, 61, 80, 60)]
    [InlineData(100, 100, 100, 100)]
    public async Task Encode_GivesTheSize(int width, int height, int expectedWidth, int expectedHeight)
    {
        var facts = await EncodeAsync(new SampleVideo(), new EncodingOrder(VideoContainers.Mp4) { Width = width, Height = height });

        (facts.Picture!.Width, facts.Picture.Height).Should().Be((expectedWidth, expectedHeight));
        facts.Duration!.Value.TotalSeconds.Should().BeApproximately(2, 0.2);
    }

    [ToolFact("ffmpeg", "ffprobe")]
    public async Task Encode_UsesTheCodecsThatBrowsersPlay_WhenItIsMp4()
    {
        var facts = await EncodeAsync(new SampleVideo { Rate = 20 }, new EncodingOrder(VideoContainers.Mp4) { FrameRate = 10 });

        (facts.Picture!.Codec, facts.Picture.FrameRate, facts.Sound!.Codec).Should().Be(("h264", 10.0, "aac"));
    }

    [ToolFact("ffmpeg", "ffprobe")]
    public async Task Encode_UsesTheCodecsOfWebM_WhenItIsWebM()
    {
        var facts = await EncodeAsync(new SampleVideo(), new EncodingOrder(VideoContainers.WebM) { VideoBitRate = 100_000 });

        (facts.Picture!.Codec, facts.Sound!.Codec).Should().Be(("vp9", "opus"));
    }

    [ToolFact("ffmpeg", "ffprobe")]
    public async Task Encode_LeavesTheSoundOut_WhenItsRateIsNought() =>
        (await EncodeAsync(new SampleVideo(), new EncodingOrder(VideoContainers.Mp4) { AudioBitRate = 0 })).Sound.Should().BeNull();

    [ToolFact("ffmpeg", "ffprobe")]
    public async Task Encode_SetsKeyframes_WhenTheirIntervalIsGiven()
    {
        var target = await EncodeFileAsync(
            new SampleVideo { Seconds = 4 }, new EncodingOrder(VideoContainers.Mp4) { KeyframeInterval = TimeSpan.FromSeconds(0.5) });

        (await SampleVideo.ListKeyframesAsync(target)).Should().Equal(0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5);
    }

    [ToolFact("ffmpeg")]
    public async Task Encode_Refuses_WhenTheVideoIsDamaged() =>
        await ShouldNotEncodeAsync(tools, Write("a.mp4", "no video"), "Log.Media.NotEncoded");

    [ToolFact("ffmpeg", "prlimit")]
    public async Task Encode_Refuses_WhenTheResultIsLargerThanAllowed()
    {
        using var bound = Create(new ToolOptions { MaxOutput = 3000 });

        await ShouldNotEncodeAsync(bound, await new SampleVideo().WriteAsync(PathOf("a.mp4")), "Log.Media.NotEncoded");

        new FileInfo(PathOf("out.mp4")).Length.Should().BeLessThanOrEqualTo(3000);
    }

    [ToolFact("ffmpeg", "prlimit")]
    public async Task Encode_Refuses_WhenTheMemoryIsNotEnough()
    {
        using var bound = Create(new ToolOptions { MaxMemory = 60_000_000 });

        await ShouldNotEncodeAsync(bound, await new SampleVideo().WriteAsync(PathOf("a.mp4")), "Log.Media.NotEncoded");
    }

    [ToolFact("ffmpeg")]
    public async Task Encode_EndsTheProgram_WhenItTakesTooLong()
    {
        using var bound = Create(new ToolOptions { EncodingTimeout = TimeSpan.FromMilliseconds(50) });

        await ShouldNotEncodeAsync(bound, await Long().WriteAsync(PathOf("a.mp4")), "Log.Media.TimedOut");

        Encoders().Should().BeEmpty();
    }

    [ToolFact("ffmpeg")]
    public async Task Encode_EndsTheProgram_WhenItIsCancelled()
    {
        var source = await Long().WriteAsync(PathOf("a.mp4"));
        using var cancel = new CancellationTokenSource();
        var encode = tools.EncodeAsync(source, Slow(), folder.FullName, PathOf("out.mp4"), cancel.Token);
        await EncoderHasBegunAsync();

        await cancel.CancelAsync();

        await encode.Invoking(e => e).Should().ThrowAsync<OperationCanceledException>();
        Encoders().Should().BeEmpty();
    }

    private static SampleVideo Long() => new() { Seconds = 60, Rate = 30, Silent = true };

    private static EncodingOrder Slow() => new(VideoContainers.Mp4) { Width = 1920, Height = 1080 };

    private async Task EncoderHasBegunAsync()
    {
        var began = System.Diagnostics.Stopwatch.StartNew();
        while (!Encoders().Any())
        {
            began.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(30));
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }
    }

    // Those of this test: others may run beside it.
    private IEnumerable<string> Encoders() => Directory.EnumerateDirectories("/proc")
        .Where(p => int.TryParse(Path.GetFileName(p), out _))
        .Select(CommandLine)
        .Where(c => c.StartsWith("/usr/bin/ffmpeg", StringComparison.Ordinal) && c.Contains(folder.FullName));

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

    private async Task ShouldNotEncodeAsync(MediaTools encoder, string path, string reason)
    {
        var encode = () => encoder.EncodeAsync(path, Slow(), folder.FullName, PathOf("out.mp4"), CancellationToken.None);

        (await encode.Should().ThrowAsync<MediaUnreadableException>()).Which.Reason.Key.Should().Be(reason);
    }

    private async Task<MediaFacts> EncodeAsync(SampleVideo video, EncodingOrder order) =>
        await tools.ReadAsync(await EncodeFileAsync(video, order), folder.FullName, CancellationToken.None);

    private async Task<string> EncodeFileAsync(SampleVideo video, EncodingOrder order)
    {
        var target = PathOf("encoded." + order.Container);
        await tools.EncodeAsync(await video.WriteAsync(PathOf("source.mp4")), order, folder.FullName, target, CancellationToken.None);
        return target;
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
