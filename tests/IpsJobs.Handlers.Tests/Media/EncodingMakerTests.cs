using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Testing;
using IpsJobs.Testing.Media;

namespace IpsJobs.Handlers.Tests.Media;

public sealed class EncodingMakerTests : IDisposable
{
    private readonly MediaFixture fixture = new();

    public void Dispose() => fixture.Dispose();

    [ToolFact("ffmpeg", "ffprobe")]
    public async Task Run_EncodesByThePreset()
    {
        var preset = fixture.Preset("Small", ("width", "80"), ("videoBitrate", "100"), ("frameRate", "5"), ("suffix", "_small"));

        await fixture.RunAsync(await fixture.ServeAsync("clip.mov", new SampleVideo()), MediaFixture.Encoded(preset));

        var encoded = fixture.VideoOf("clip_small");
        (encoded.Content.Type, encoded.Content.Folder, encoded.Content.FileName, encoded.ReadyForPublish)
            .Should().Be((AssetTypes.Video, "Sample/x/", "clip_small.mp4", true));
        var file = await fixture.ReadAsync(encoded);
        (file.Picture!.Codec, file.Picture.Width, file.Picture.Height, file.Picture.FrameRate).Should().Be(("h264", 80, 60, 5.0));
        file.Duration!.Value.TotalSeconds.Should().BeApproximately(2, 0.1);
        encoded.Content.Details.Facts.Should().BeEquivalentTo(file.ToTexts());
        var generation = encoded.Content.Generation!;
        (generation.Engine, generation.Attributes["preset"]).Should().Be((GenerationEngines.VideoEncoding, "Small"));
        generation.OriginatorId.Should().Be(fixture.VideoOf("clip").AssetId);
        fixture.Upload.Rows.Select(r => (r.LogType, r.AssetName, r.FileType)).Should().Equal(
            (LogTypes.UploadSuccess, "clip", LogFileTypes.Video), (LogTypes.UploadSuccess, "clip_small", LogFileTypes.Video));
        fixture.Upload.Counters.Should().Be(new JobCounters { FileSuccess = 2, TotalFile = 2, TransferSuccess = 1 });
    }

    [ToolFact("ffmpeg", "ffprobe")]
    public async Task Run_MakesASet_SlowestFirst_WhenThereAreMoreEncodings()
    {
        var fast = fixture.Preset("Fast", ("videoBitrate", "300"));
        var slow = fixture.Preset("Slow", ("videoBitrate", "50"), ("height", "60"));
        var web = fixture.Preset("Web", ("container", "webm"), ("videoBitrate", "100"));

        await fixture.RunAsync(await fixture.ServeAsync("clip.mp4", new SampleVideo()), MediaFixture.Encoded(fast, slow, web));

        fixture.VideoOf("clip").Content.Type.Should().Be(AssetTypes.MasterVideo);
        var set = fixture.Upload.Asset("clip-AVS");
        (set.Content.Type, set.Content.SubType, set.NameSpace).Should().Be((AssetTypes.AssetSet, AssetSetSubTypes.VideoSet, NameSpace.Catalog));
        fixture.MembersOf(set).Should().Equal("clip-0x60-50k", "clip-300k");
        fixture.Upload.Asset("clip-100k").Content.FileName.Should().Be("clip-100k.webm");
    }

    [ToolFact("ffmpeg", "ffprobe")]
    public async Task Run_PutsTheSourceLast_WhenItIsNotExcluded()
    {
        var preset = fixture.Preset("Only", ("suffix", "-only"), ("adaptive", "true"));

        await fixture.RunAsync(
            await fixture.ServeAsync("clip.mp4", new SampleVideo()), MediaFixture.Encoded(preset), job => job.ExcludeMasterVideoFromAVS = false);

        fixture.MembersOf(fixture.Upload.Asset("clip-AVS")).Should().Equal("clip-only", "clip");
    }

    [ToolFact("ffmpeg", "ffprobe")]
    public async Task Run_KeepsTheSourceOut_WhenPlayersCannotSwitchToIt()
    {
        var preset = fixture.Preset("Only", ("suffix", "-only"), ("adaptive", "true"));

        await fixture.RunAsync(
            await fixture.ServeAsync("clip.mov", new SampleVideo()), MediaFixture.Encoded(preset), job => job.ExcludeMasterVideoFromAVS = false);

        fixture.MembersOf(fixture.Upload.Asset("clip-AVS")).Should().Equal("clip-only");
    }

    [ToolFact("ffmpeg", "ffprobe")]
    public async Task Run_MakesNoSet_WhenThereIsOneEncoding()
    {
        await fixture.RunAsync(await fixture.ServeAsync("clip.mp4", new SampleVideo()), MediaFixture.Encoded(fixture.Preset("Only")));

        fixture.Upload.Assets.All.Select(a => a.Name).Should().Equal("clip", "clip-Only");
    }

    [ToolFact("ffmpeg", "ffprobe")]
    public async Task Run_KeepsNamesApart_WhenTwoPresetsHaveOneSuffix()
    {
        await fixture.RunAsync(
            await fixture.ServeAsync("clip.mp4", new SampleVideo()),
            MediaFixture.Encoded(fixture.Preset("A", ("suffix", "-x")), fixture.Preset("B", ("suffix", "-x"))));

        fixture.MembersOf(fixture.Upload.Asset("clip-AVS")).Should().Equal("clip-x", "clip-x-2");
    }

    [ToolFact("ffmpeg", "ffprobe")]
    public async Task Run_WritesAnErrorForTheEncoding_WhenThePresetIsWrong()
    {
        var presets = new[]
        {
            fixture.Preset("Old", ("container", "flv")), fixture.Preset("Wide", ("width", "very")), "ps|999", fixture.Preset("Good", ("suffix", "-good")),
        };

        await fixture.RunAsync(await fixture.ServeAsync("clip.mp4", new SampleVideo()), MediaFixture.Encoded(presets));

        fixture.Upload.Rows.Where(r => r.LogType == LogTypes.UploadError).Select(r => r.Message.Key).Should().Equal(
            "Log.Media.ContainerUnknown", "Log.Media.PresetValue", "Log.Media.PresetGone");
        fixture.MembersOf(fixture.Upload.Asset("clip-AVS")).Should().Equal("clip-good");
    }

    [ToolFact("ffmpeg")]
    public async Task Run_KeepsTheVideo_WhenItCannotBeEncoded()
    {
        await fixture.RunAsync(fixture.Upload.Serve("/bad.mp4", "no video"u8.ToArray()), MediaFixture.Encoded(fixture.Preset("A")));

        fixture.Upload.Rows.Select(r => r.LogType).Should().Equal(LogTypes.UploadSuccess, LogTypes.UploadError);
        fixture.Upload.Files.Should().Equal("companies/Sample/original/x/bad.mp4");
    }

    [ToolFact("ffmpeg", "ffprobe")]
    public async Task Run_LeavesNothingOfTheEncoding_WhenItIsStopped()
    {
        var url = await fixture.ServeAsync("clip.mp4", new SampleVideo { Seconds = 120, Rate = 30, Silent = true });
        var run = fixture.RunAsync(
            url, MediaFixture.Encoded(fixture.Preset("A", ("width", "1920"), ("suffix", "-a")), fixture.Preset("B", ("suffix", "-b"))));
        var task = await fixture.EncodingHasBegunAsync();
        (task.InWork.Single(), task.Pending, task.TaskState).Should().Be(("Sample/x/clip-a.mp4", 1, TaskStates.Processing));

        fixture.Upload.Stop();
        await run;

        fixture.Upload.Rows.Select(r => (r.LogType, r.AssetName)).Should().Equal(
            (LogTypes.UploadSuccess, "clip"), (LogTypes.FileCancel, "clip-a"), (LogTypes.FileCancel, "clip-b"));
        fixture.Upload.Files.Should().Equal("companies/Sample/original/x/clip.mp4");
    }

    [ToolFact("ffmpeg", "ffprobe")]
    public async Task Run_MakesOnlyWhatIsMissing_WhenItWasInterrupted()
    {
        var url = await fixture.ServeAsync("clip.mp4", new SampleVideo { Seconds = 20, Rate = 30, Silent = true });
        var job = MediaFixture.JobOf(
            url, MediaFixture.Encoded(fixture.Preset("A", ("width", "40"), ("suffix", "-a")), fixture.Preset("B", ("width", "960"), ("suffix", "-b"))));
        using (var end = new CancellationTokenSource())
        {
            var run = fixture.Upload.RunAsync(job, end.Token);
            await fixture.EncodingHasBegunAsync("Sample/x/clip-b.mp4");
            await end.CancelAsync();
            await run.Invoking(r => r).Should().ThrowAsync<OperationCanceledException>();
        }
        fixture.Upload.Files.Should().Equal("companies/Sample/original/x/clip-a.mp4", "companies/Sample/original/x/clip.mp4");
        fixture.Upload.Interrupt();
        fixture.Upload.Progress.Remove(fixture.Upload.Jobs.Instances[0].InstanceId);

        await fixture.Upload.RunAsync(job);

        fixture.Upload.Rows.Select(r => r.AssetName).Should().Equal("clip", "clip-a", "clip-b", "clip-AVS");
        fixture.MembersOf(fixture.Upload.Asset("clip-AVS")).Should().Equal("clip-a", "clip-b");
        fixture.Upload.Progress.Find(fixture.Upload.Jobs.Instances[0].InstanceId)!.Tasks.Single(t => t.TaskType == TaskTypes.Video)
            .Should().BeEquivalentTo(new { TaskState = TaskStates.Done, Processed = 2, Pending = 0 });
    }

    [ToolFact("ffmpeg", "ffprobe")]
    public async Task Run_ReplacesItsEncodings_AndDropsThoseOfOtherPresets_WhenTheVideoIsReplaced()
    {
        var (a, b) = (fixture.Preset("A", ("suffix", "-a"), ("width", "40")), fixture.Preset("B", ("suffix", "-b")));
        await fixture.RunAsync(await fixture.ServeAsync("clip.mp4", new SampleVideo()), MediaFixture.Encoded(a, b));
        var before = fixture.VideoOf("clip-a").AssetId;
        fixture.Upload.Forget();

        await fixture.RunAsync(await fixture.ServeAsync("clip.mp4", new SampleVideo { Width = 80, Height = 80 }), MediaFixture.Encoded(a));

        var encoded = fixture.VideoOf("clip-a");
        encoded.AssetId.Should().Be(before);
        (await fixture.ReadAsync(encoded)).Picture!.Height.Should().Be(40);
        fixture.Upload.Assets.All.Where(x => x.TrashState == TrashStates.InTrash).Select(x => x.Name).Should().BeEquivalentTo("clip-b", "clip-AVS");
    }

    [ToolFact("ffmpeg", "ffprobe")]
    public async Task Run_ReplacesTheVideo_WhetherItIsToBeEncodedOrNot()
    {
        var preset = fixture.Preset("Only", ("suffix", "-only"));
        await fixture.RunAsync(await fixture.ServeAsync("clip.mp4", new SampleVideo()), new());
        var video = fixture.VideoOf("clip");
        fixture.Upload.Forget();

        await fixture.RunAsync(await fixture.ServeAsync("clip.mp4", new SampleVideo { Width = 80 }), MediaFixture.Encoded(preset));

        fixture.VideoOf("clip").Should().BeEquivalentTo(new { video.AssetId, Content = new { Type = AssetTypes.MasterVideo } });
        fixture.Upload.Rows.Select(r => (r.LogType, r.AssetName)).Should().Equal(
            (LogTypes.FileUpdated, "clip"), (LogTypes.UploadSuccess, "clip-only"));
        fixture.Upload.Forget();

        await fixture.RunAsync(await fixture.ServeAsync("clip.mp4", new SampleVideo()), new());

        fixture.VideoOf("clip").Should().BeEquivalentTo(new { video.AssetId, Content = new { Type = AssetTypes.Video } });
        fixture.VideoOf("clip-only").TrashState.Should().Be(TrashStates.InTrash, "it shows the video that has been replaced");
        fixture.Upload.Rows.Select(r => (r.LogType, r.AssetName)).Should().Equal(
            (LogTypes.FileUpdated, "clip"), (LogTypes.TrashSuccess, "clip-only"));
    }
}
