using IpsJobs.Contracts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Testing;
using IpsJobs.Testing.Media;

namespace IpsJobs.Handlers.Tests.Media;

public sealed class ThumbnailMakerTests : IDisposable
{
    private readonly MediaFixture fixture = new();

    public void Dispose() => fixture.Dispose();

    [ToolTheory("ffmpeg", "ffprobe")]
    [InlineData(null, true)]
    [InlineData(1500L, false)]
    public async Task Run_MakesAnImageOfTheFrame_WhenAThumbnailIsAskedFor(long? time, bool isRed)
    {
        var media = time is null ? new MediaOptions { GenerateThumbnail = true } : new MediaOptions { ThumbnailOptions = new() { ThumbnailTime = time } };

        await fixture.RunAsync(await fixture.ServeAsync("clip.mp4", new SampleVideo { Width = 160, Height = 120 }), media);

        var image = fixture.Upload.Assets.All.Single(a => a.Content.Type == AssetTypes.Image);
        (image.Name, image.Content.Folder, image.Content.FileName).Should().Be(("clip", "Sample/x/", "clip.jpg"));
        using var picture = fixture.Upload.Picture(image);
        (picture.Width, picture.Height).Should().Be((160, 120));
        var pixel = picture.Getpoint(80, 60);
        (pixel[0] > pixel[2]).Should().Be(isRed);
        fixture.Upload.Rows.Select(r => (r.LogType, r.FileType)).Should().Equal(
            (LogTypes.UploadSuccess, LogFileTypes.Video), (LogTypes.UploadSuccess, LogFileTypes.Thumbnail));
        fixture.Upload.Counters.TotalFile.Should().Be(2);
        image.Content.Generation.Should().BeEquivalentTo(
            new { OriginatorId = fixture.VideoOf("clip").AssetId, Engine = GenerationEngines.VideoThumbnail });
    }

    [ToolFact("ffmpeg", "ffprobe")]
    public async Task Run_MakesNone_WhenTheJobSaysSo()
    {
        await fixture.RunAsync(
            await fixture.ServeAsync("clip.mp4", new SampleVideo()), new MediaOptions { GenerateThumbnail = false, ThumbnailOptions = new() });

        fixture.Upload.Rows.Should().ContainSingle().Which.Aux.Should().BeEmpty();
    }

    // A thumbnail that cannot be made ends in an error; it once stayed pending.
    [ToolFact("ffmpeg")]
    public async Task Run_WritesAnError_WhenTheVideoIsDamaged()
    {
        await fixture.RunAsync(fixture.Upload.Serve("/bad.mp4", "no video"u8.ToArray()), new MediaOptions { GenerateThumbnail = true });

        fixture.Upload.Rows.Select(r => r.LogType).Should().Equal(LogTypes.UploadSuccess, LogTypes.UploadError);
        fixture.Upload.Rows[1].Message.Key.Should().Be("Log.Media.NoFrame");
        fixture.Upload.Counters.Should().BeEquivalentTo(new { FileSuccess = 1, FileError = 1, TotalFile = 2 });
        fixture.Upload.Progress.Find(fixture.Upload.Jobs.Instances[0].InstanceId)!.Tasks
            .Should().OnlyContain(t => t.Pending == 0 && t.InWork.Count == 0);
    }

    [ToolFact("ffmpeg", "ffprobe")]
    public async Task Run_LeavesThePictureOfAUserAlone_WhenItHasTheName()
    {
        var own = fixture.Upload.Given("Sample/x/", "clip.jpg");

        await fixture.RunAsync(await fixture.ServeAsync("clip.mp4", new SampleVideo()), new MediaOptions { GenerateThumbnail = true });

        fixture.Upload.Assets.All.Should().Contain(a => a.Name == "clip-1" && a.Content.FileName == "clip-1.jpg");
        (await File.ReadAllTextAsync(fixture.Upload.Original("x/clip.jpg"))).Should().Be("old");
        fixture.Upload.Assets.All.Should().Contain(own);
    }

    [ToolFact("ffmpeg", "ffprobe")]
    public async Task Run_ReplacesItsOwn_WhenTheVideoIsReplaced()
    {
        await fixture.RunAsync(await fixture.ServeAsync("clip.mp4", new SampleVideo()), new MediaOptions { GenerateThumbnail = true });
        fixture.Upload.Forget();

        await fixture.RunAsync(await fixture.ServeAsync("clip.mp4", new SampleVideo { Width = 80, Height = 60 }), new MediaOptions { GenerateThumbnail = true });

        var image = fixture.Upload.Assets.All.Single(a => a.Content.Type == AssetTypes.Image);
        image.Content.Optimized!.Width.Should().Be(80);
    }

    [ToolFact("ffmpeg", "ffprobe")]
    public async Task Run_LeavesNoThumbnailOfAnOlderVideo_WhenTheVideoIsReplacedWithoutOne()
    {
        await fixture.RunAsync(await fixture.ServeAsync("clip.mp4", new SampleVideo()), new MediaOptions { GenerateThumbnail = true });
        fixture.Upload.Forget();

        await fixture.RunAsync(await fixture.ServeAsync("clip.mp4", new SampleVideo { Width = 80, Height = 60 }), new MediaOptions());

        var image = fixture.Upload.Assets.All.Single(a => a.Content.Type == AssetTypes.Image);
        image.TrashState.Should().Be(TrashStates.InTrash);
        fixture.Upload.Rows.Select(r => (r.LogType, r.AssetName)).Should().Equal(
            (LogTypes.FileUpdated, "clip"), (LogTypes.TrashSuccess, "clip"));
        fixture.Upload.Counters.Should().BeEquivalentTo(new { FileUpdate = 1, TotalFile = 1 });
    }
}
