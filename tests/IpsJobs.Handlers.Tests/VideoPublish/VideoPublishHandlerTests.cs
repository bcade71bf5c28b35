using IpsJobs.Contracts;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Handlers.Tests.Publishing;

namespace IpsJobs.Handlers.Tests.VideoPublish;

public sealed class VideoPublishHandlerTests : IDisposable
{
    private readonly PublishFixture fixture = new();
    private readonly string target;

    public VideoPublishHandlerTests() => target = fixture.AddServer(PublishContextTypes.Video).Directory;

    public void Dispose() => fixture.Dispose();

    [Fact]
    public async Task Run_CopiesVideosWithTheirFolders_AndNothingElse()
    {
        fixture.AddFile(AssetTypes.Video, "Clip.mp4", "a clip", "Clips/2026/");
        fixture.AddFile(AssetTypes.Audio, "Song.mp3", "a song");
        fixture.AddFile(AssetTypes.VideoCaption, "Clip.vtt", "captions");
        fixture.AddFile(AssetTypes.Pdf, "Price list.pdf", "a list");
        fixture.AddImage("Picture");

        await RunAsync();

        Delivered().Should().Equal("Clips/2026/Clip.mp4", "Files/Clip.vtt", "Files/Song.mp3");
        File.ReadAllText(On("Clips/2026/Clip.mp4")).Should().Be("a clip");
        fixture.Jobs.Rows.Count(r => r.LogType == LogTypes.VideoPublishSuccess).Should().Be(3);
        fixture.Jobs.Rows.Single(r => r.AssetName == "Clip" && r.FileType == LogFileTypes.Video).Message.Arguments
            .Should().Equal("SampleCompany/Clips/2026/Clip.mp4", "Server 501");
        fixture.Jobs.Counters.Should().BeEquivalentTo(new { TotalFile = 3, FileSuccess = 3, TransferSuccess = 3, FileError = 0 });
        fixture.Jobs.Rows.Select(r => r.LogType).Should().EndWith(
            [LogTypes.BeginVideoPublishCleanup, LogTypes.EndVideoPublishCleanup]);
    }

    [Fact]
    public async Task Run_CopiesASourceVideo_OnlyWhenItIsMarkedItself()
    {
        var marked = fixture.AddFile(AssetTypes.MasterVideo, "Marked.mov");
        var member = fixture.AddFile(AssetTypes.MasterVideo, "Member.mov");
        fixture.Change(member, a => a with { ReadyForPublish = false });
        var rendition = fixture.AddFile(AssetTypes.Video, "Rendition.mp4");
        fixture.Change(rendition, a => a with { ReadyForPublish = false });
        fixture.AddSet(AssetTypes.AssetSet, "Adaptive", marked, member, rendition);

        await RunAsync();

        Delivered().Should().Equal("Files/Marked.mov", "Files/Rendition.mp4");
    }

    [Fact]
    public async Task Run_TransfersNothing_WhenNothingHasChanged()
    {
        var clip = fixture.AddFile(AssetTypes.Video, "Clip.mp4");
        await RunAsync();

        await RunAsync();

        fixture.Jobs.Counters.Should().BeEquivalentTo(new { TotalFile = 1, FileSuccess = 1, TransferSuccess = 0 });
        fixture.Jobs.Rows.Should().ContainSingle(r => r.AssetId == clip.AssetId);
    }

    [Fact]
    public async Task Run_RemovesWhatIsNoLongerMarked_OnceItIsADayOld()
    {
        var clip = fixture.AddFile(AssetTypes.Video, "Clip.mp4");
        await RunAsync();
        fixture.Change(clip, a => a with { ReadyForPublish = false });
        File.SetLastWriteTimeUtc(On("Files/Clip.mp4"), fixture.Time.GetUtcNow().UtcDateTime.AddHours(-25));

        await RunAsync();

        Delivered().Should().BeEmpty();
        var row = fixture.Jobs.Rows.Single(r => r.LogType == LogTypes.VideoPublishCleanupSuccess);
        row.Message.Arguments.Should().Equal("video/SampleCompany/Files/Clip.mp4", "Server 501");
    }

    [Fact]
    public async Task Run_KeepsTheEarlierFile_WhenTheStoreHasLostTheNewOne()
    {
        var clip = fixture.AddFile(AssetTypes.Video, "Clip.mp4", "first");
        await RunAsync();
        File.SetLastWriteTimeUtc(On("Files/Clip.mp4"), fixture.Time.GetUtcNow().UtcDateTime.AddDays(-9));
        fixture.Change(clip, a => a with { Content = a.Content with { Sha256 = new byte[32] } });
        File.Delete(fixture.Data.Originals("SampleCompany/").Resolve("Files/Clip.mp4"));

        await RunAsync();

        fixture.Jobs.Rows.Should().ContainSingle(r => r.LogType == LogTypes.VideoPublishError);
        File.ReadAllText(On("Files/Clip.mp4")).Should().Be("first");
        fixture.Jobs.Counters.Should().BeEquivalentTo(new { TotalFile = 1, FileError = 1, TransferWarning = 1 });
    }

    [Fact]
    public async Task Run_IsFatal_WhenNoTargetIsUsable()
    {
        Directory.Delete(target);

        var run = RunAsync;

        (await run.Should().ThrowAsync<FatalJobException>()).Which.Reason.Key.Should().Be("Log.Fatal.NoUsableTarget");
    }

    [Fact]
    public async Task Run_GivesEveryFileNotBegunACancelRow_WhenStopped()
    {
        fixture.AddFile(AssetTypes.Video, "One.mp4");
        fixture.AddFile(AssetTypes.Video, "Two.mp4");
        fixture.Jobs.OnCommit = rows =>
        {
            if (rows == 1)
                fixture.Stop();
        };

        var run = RunAsync;

        await run.Should().ThrowAsync<JobStoppedException>();
        fixture.Jobs.Rows.Count(r => r.LogType == LogTypes.FileCancel).Should().Be(2, "the row of the total came first");
        Delivered().Should().BeEmpty();
    }

    private Task RunAsync() => fixture.RunAsync(JobTypes.VideoPublish, new VideoPublishJob { EmailSetting = EmailSettings.None });

    private string On(string path) => Path.Combine(target, "video", "SampleCompany", path);

    private IEnumerable<string> Delivered() => Directory.Exists(On(""))
        ? Directory.EnumerateFiles(On(""), "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(On(""), f)).Order(StringComparer.Ordinal)
        : [];
}
