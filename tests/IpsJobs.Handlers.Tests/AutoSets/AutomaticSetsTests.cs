using IpsJobs.Contracts;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Handlers.Tests.UrlUpload;

namespace IpsJobs.Handlers.Tests.AutoSets;

public sealed class AutomaticSetsTests : IDisposable
{
    private readonly SetFixture fixture = new();

    public void Dispose() => fixture.Dispose();

    [Fact]
    public async Task Upload_MakesSetsOfWhatItAddedAndUpdated_OnceAfterAllFiles()
    {
        fixture.Uploads.Given("Sample/a/", "shoe_2.png");
        fixture.Image("shoe_9");
        var job = Job("a/shoe_10.png", "a/shoe_2.png", "a/shoe_1.png", "a/none.png");
        job.AutoSetCreationOptions = Presets(fixture.Preset("ImageSet", @"(\w+)_\d+", ("suffix", "-SET")));

        await fixture.Uploads.RunAsync(job);

        fixture.Members("shoe-SET").Should().Equal("shoe_1", "shoe_2", "shoe_10");
        fixture.Set("shoe-SET").Content.Folder.Should().Be("Sample/a/");
        fixture.Rows[^1].AssetName.Should().Be("shoe-SET");
        fixture.Uploads.Counters.Should().BeEquivalentTo(new { TotalFile = 5, FileSuccess = 4, FileUpdate = 1, FileWarning = 0 });
    }

    [Fact]
    public async Task Upload_MakesNoSetTwice_WhenItGoesOnAfterAnInterruption()
    {
        var job = Job("a/shoe_1.png", "a/boot_1.png");
        job.AutoSetCreationOptions = Presets(fixture.Preset("ImageSet", @"(\w+)_\d+", ("suffix", "-SET")));
        var sets = 0;
        fixture.Uploads.Store.BeforeCommit = item =>
        {
            if (item.Row.FileType == LogFileTypes.ImageSet && ++sets == 2)
                throw new OperationCanceledException();
        };
        var first = () => fixture.Uploads.RunAsync(job);
        await first.Should().ThrowAsync<OperationCanceledException>();
        fixture.Uploads.Store.BeforeCommit = null;
        fixture.Uploads.Interrupt();

        await fixture.Uploads.RunAsync(job);

        fixture.Uploads.Assets.All.Select(a => a.Name).Should().BeEquivalentTo("shoe_1", "boot_1", "shoe-SET", "boot-SET");
        fixture.Uploads.Counters.Should().BeEquivalentTo(new { TotalFile = 4, FileSuccess = 4, FileUpdate = 0 });
    }

    [Fact]
    public async Task Upload_ShowsTheSetsItMakes()
    {
        var job = Job("a/shoe_1.png");
        job.AutoSetCreationOptions = Presets(fixture.Preset("ImageSet", @"(\w+)_\d+", ("suffix", "-SET")));
        TaskMonitor? shown = null;
        fixture.Uploads.Store.BeforeCommit = item =>
        {
            if (item.Row.FileType == LogFileTypes.ImageSet)
                shown = fixture.Uploads.Progress.Find(item.InstanceId)!.Tasks.Single(t => t.TaskType == TaskTypes.AutoSet);
        };

        await fixture.Uploads.RunAsync(job);

        shown.Should().BeEquivalentTo(new { TaskState = TaskStates.Processing, InWork = new[] { "shoe-SET" }, Processed = 0 });
    }

    // An absent or empty list of presets runs none, however many active ones the company has; it once ran them all.
    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task Upload_MakesNoSet_WhenItNamesNoPreset(bool hasBlock, bool hasList)
    {
        fixture.Preset("ImageSet", @"(\w+)_\d+", ("suffix", "-SET"));
        var job = Job("a/shoe_1.png", "a/shoe_2.png");
        job.AutoSetCreationOptions = hasBlock ? new AutoSetCreationOptions { AutoSetsArray = hasList ? new HandleArray() : null } : null;

        await fixture.Uploads.RunAsync(job);

        fixture.Rows.Select(r => r.AssetName).Should().BeEquivalentTo("shoe_1", "shoe_2");
        fixture.Uploads.Assets.All.Should().HaveCount(2);
    }

    [Fact]
    public async Task Upload_WarnsAndGoesOn_WhenAPresetIsGone()
    {
        var job = Job("a/shoe_1.png");
        job.AutoSetCreationOptions = Presets("ps|12", fixture.Preset("ImageSet", @"(\w+)_\d+", ("suffix", "-SET")));

        await fixture.Uploads.RunAsync(job);

        fixture.Rows.Should().ContainSingle(r => r.LogType == LogTypes.UploadWarning).Which.Message.Key.Should().Be("Log.Set.NoPreset");
        fixture.Members("shoe-SET").Should().Equal("shoe_1");
    }

    [Fact]
    public async Task Upload_KeepsTheMarkOfASet_WhenItKeepsMarks()
    {
        var preset = Presets(fixture.Preset("ImageSet", @"(\w+)_\d+", ("suffix", "-SET")));
        await RunAsync("a/shoe_1.png", keep: null);
        fixture.Set("shoe-SET").ReadyForPublish.Should().BeTrue();

        await RunAsync("a/shoe_2.png", keep: true, ready: false);
        fixture.Set("shoe-SET").ReadyForPublish.Should().BeTrue();

        await RunAsync("a/shoe_3.png", keep: false, ready: false);
        fixture.Set("shoe-SET").ReadyForPublish.Should().BeFalse();

        Task RunAsync(string path, bool? keep, bool ready = true)
        {
            fixture.Uploads.Jobs.Items.Clear();
            fixture.Uploads.Jobs.Instances.Clear();
            var job = Job(path);
            (job.AutoSetCreationOptions, job.PreservePublishState, job.ReadyForPublish) = (preset, keep, ready);
            return fixture.Uploads.RunAsync(job);
        }
    }

    private UploadUrlsJob Job(params string[] paths) =>
        UploadFixture.Job([.. paths.Select((p, i) => (fixture.Uploads.Serve("/" + p, UploadFixture.Picture(grey: i)), "/" + p))]);

    private static AutoSetCreationOptions Presets(params string[] handles) =>
        new() { AutoSetsArray = new HandleArray { Items = [.. handles] } };
}
