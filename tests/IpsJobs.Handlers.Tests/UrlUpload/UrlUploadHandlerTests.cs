using System.Security.Cryptography;
using System.Text;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Testing.Fakes;
using IpsJobs.Testing.Photoshop;

namespace IpsJobs.Handlers.Tests.UrlUpload;

public sealed class UrlUploadHandlerTests : IDisposable
{
    private readonly UploadFixture fixture = new();

    public void Dispose() => fixture.Dispose();

    [Fact]
    public async Task Run_StoresOriginalAndOptimised()
    {
        var body = UploadFixture.Picture();

        await fixture.RunAsync((fixture.Serve("/a.png", body), "Sample/new folder/a.png"));

        var asset = fixture.Assets.All.Single();
        asset.Name.Should().Be("a");
        asset.ReadyForPublish.Should().BeTrue();
        asset.Content.Should().BeEquivalentTo(new
        {
            Type = AssetTypes.Image, Folder = "Sample/new folder/", FileName = "a.png", FileSize = (long)body.Length,
            Sha256 = SHA256.HashData(body),
        });
        (await File.ReadAllBytesAsync(fixture.Original("new folder/a.png"))).Should().Equal(body);
        var optimized = asset.Content.Optimized!;
        optimized.Path.Should().MatchRegex("^([0-9a-f]{3})/\\1[0-9a-f-]{33}\\.tif$");
        (optimized.Width, optimized.Height).Should().Be((40, 30));
        new FileInfo(fixture.Data.Optimized("Sample/").Resolve(optimized.Path)).Length.Should().Be(optimized.FileSize);
        fixture.Files.Should().HaveCount(2);
    }

    [Fact]
    public async Task Run_WritesOneRowAndCounts()
    {
        await fixture.RunAsync((fixture.Serve("/a.png", UploadFixture.Picture()), "x/a.png"));

        var row = fixture.Rows.Single();
        row.LogType.Should().Be(LogTypes.UploadSuccess);
        row.Message.Should().BeEquivalentTo(new { Key = "Log.Upload.Processed", Arguments = new[] { "Sample/x/a.png" } });
        (row.AssetName, row.FileType, row.AssetId).Should().Be(("a", LogFileTypes.MasterImage, 1));
        row.Aux.Should().BeEmpty();
        fixture.Counters.Should().Be(new JobCounters { FileSuccess = 1, TotalFile = 1, TransferSuccess = 1 });
    }

    [Fact]
    public async Task Run_TakesTheNameFromTheAddress_WhenThePathEndsInASlash()
    {
        await fixture.RunAsync((fixture.Serve("/dir/my%20pic%3A1.png", UploadFixture.Picture()), "x/"));

        fixture.Assets.All.Single().Content.FileName.Should().Be("my pic1.png");
    }

    // Names with forbidden characters never enter the store, however a file comes; here by address.
    [Fact]
    public async Task Run_NeverStoresForbiddenCharacters()
    {
        await fixture.RunAsync((fixture.Serve("/a.png", UploadFixture.Picture()), "x/a=b&c{d}'e%.png"));

        fixture.Assets.All.Single().Content.FileName.Should().Be("abcde.png");
        File.Exists(fixture.Original("x/abcde.png")).Should().BeTrue();
    }

    [Fact]
    public async Task Run_FollowsTheOrder_WhenTwoEntriesHaveOnePath()
    {
        var first = UploadFixture.Picture(grey: 1);
        var second = UploadFixture.Picture(grey: 2);

        await fixture.RunAsync((fixture.Serve("/1", first), "x/a.png"), (fixture.Serve("/2", second), "x/a.png"));

        fixture.Rows.Select(r => r.LogType).Should().Equal(LogTypes.UploadSuccess, LogTypes.FileUpdated);
        (await File.ReadAllBytesAsync(fixture.Original("x/a.png"))).Should().Equal(second);
        fixture.Counters.Should().Be(new JobCounters { FileSuccess = 1, FileUpdate = 1, TotalFile = 2, TransferSuccess = 2 });
    }

    [Fact]
    public async Task Run_LeavesTheFirst_WhenTwoEntriesHaveOnePathAndNothingIsOverwritten()
    {
        var first = UploadFixture.Picture(grey: 1);
        var job = UploadFixture.Job((fixture.Serve("/1", first), "x/a.png"), (fixture.Serve("/2", UploadFixture.Picture(grey: 2)), "x/a.png"));
        job.Overwrite = false;

        await fixture.RunAsync(job);

        fixture.Rows.Select(r => r.LogType).Should().Equal(LogTypes.UploadSuccess, LogTypes.DuplicateSkipped);
        (await File.ReadAllBytesAsync(fixture.Original("x/a.png"))).Should().Equal(first);
        fixture.Files.Should().HaveCount(2);
        fixture.Counters.FileDuplicate.Should().Be(1);
    }

    // One file, one row and one step of progress: duplicates once upset the count of completed files.
    [Fact]
    public async Task Run_CountsEveryFileOnce_WhenSomeAreDuplicates()
    {
        var picture = fixture.Serve("/a", UploadFixture.Picture());
        var job = UploadFixture.Job((picture, "x/a.png"), (picture, "x/a.png"), (picture, "x/a.png"), (picture, "x/b.png"));
        job.Overwrite = false;

        await fixture.RunAsync(job);

        fixture.Rows.Select(r => r.ItemKey).Should().BeEquivalentTo("0", "1", "2", "3");
        fixture.Counters.Should().Be(new JobCounters { FileSuccess = 2, FileDuplicate = 2, TotalFile = 4, TransferSuccess = 4 });
        var files = fixture.Progress.Find(fixture.Jobs.Instances[0].InstanceId)!.Tasks[0];
        (files.TaskState, files.Processed, files.Pending).Should().Be((TaskStates.Done, 4, 0));
    }

    // The orientation that a camera notes is honoured.
    [Fact]
    public async Task Run_HonoursOrientation()
    {
        using var image = NetVips.Image.Black(80, 20, bands: 3).Mutate(m => m.Set(NetVips.GValue.GIntType, "orientation", 6));

        await fixture.RunAsync((fixture.Serve("/a.jpg", image.WriteToBuffer(".jpg")), "a.jpg"));

        var optimized = fixture.Assets.All.Single().Content.Optimized!;
        (optimized.Width, optimized.Height).Should().Be((20, 80));
    }

    [Fact]
    public async Task Run_SkipsWithoutFetching_WhenTheNameSaysSo()
    {
        await fixture.RunAsync(
            (fixture.Serve("/1", [1]), "x/.DS_Store"), (fixture.Serve("/2", [1]), "x/a.unknown"), (fixture.Serve("/3", [1]), "x/a.js"));

        fixture.Rows.Select(r => (r.LogType, r.Message.Key)).Should().BeEquivalentTo(
        [
            (LogTypes.UploadWarning, "Log.Upload.Hidden"),
            (LogTypes.UploadWarning, "Log.Upload.UnknownType"),
            (LogTypes.UploadError, "Log.Upload.RefusedType"),
        ]);
        fixture.Web.Requests.Should().BeEmpty();
        fixture.Counters.Should().Be(new JobCounters { FileWarning = 2, FileError = 1, TotalFile = 1 });
    }

    [Fact]
    public async Task Run_RejectsWithoutTrace_WhenTheFileIsEmptyOrUnreadable()
    {
        await fixture.RunAsync((fixture.Serve("/1", []), "x/empty.png"), (fixture.Serve("/2", "text"u8.ToArray()), "x/text.png"));

        fixture.Rows.Select(r => r.Message.Key).Should().BeEquivalentTo(["Log.Upload.Empty", "Log.Image.Unreadable"]);
        fixture.Counters.Should().Be(new JobCounters { FileError = 2, TotalFile = 2, TransferSuccess = 2 });
        fixture.Files.Should().BeEmpty();
        fixture.Assets.All.Should().BeEmpty();
    }

    [Fact]
    public async Task Run_NeverWorksOnMoreThanFour()
    {
        using var four = new SemaphoreSlim(0);
        using var go = new SemaphoreSlim(0);
        var entries = Enumerable.Range(0, 12).Select(i => ($"/{i}", $"x/p{i}.png")).ToArray();
        foreach (var (path, _) in entries)
        {
            fixture.Web.Answer(path, async _ =>
            {
                four.Release();
                await go.WaitAsync();
                return LocalResponse.Ok(UploadFixture.Picture());
            });
        }
        var running = fixture.RunAsync([.. entries.Select(e => (fixture.Web.UrlOf(e.Item1), e.Item2))]);
        for (var i = 0; i < 4; i++)
            await four.WaitAsync();

        fixture.Web.MostOpen.Should().Be(4);
        go.Release(entries.Length);
        await running;
        fixture.Web.MostOpen.Should().Be(4);
        fixture.Assets.All.Should().HaveCount(12);
    }

    [Fact]
    public async Task Run_CancelsWhatIsNotBegun_WhenStopped()
    {
        fixture.UploadOptions.Parallel = 1;
        fixture.Web.Answer("/1", _ =>
        {
            fixture.Stop();
            return Task.FromResult(LocalResponse.Ok(UploadFixture.Picture()));
        });

        var act = () => fixture.RunAsync(
            (fixture.Web.UrlOf("/1"), "x/a.png"), (fixture.Serve("/2", [1]), "x/b.png"), (fixture.Serve("/3", [1]), "x/c.png"));

        await act.Should().ThrowAsync<JobStoppedException>();
        fixture.Rows.Select(r => r.LogType).Should().Equal(LogTypes.UploadSuccess, LogTypes.FileCancel, LogTypes.FileCancel);
        fixture.Web.Requests.Should().HaveCount(1);
        fixture.Counters.FileError.Should().Be(0);
    }

    [Fact]
    public async Task Run_SkipsWhatIsDone_WhenResumed()
    {
        var job = UploadFixture.Job((fixture.Serve("/1", UploadFixture.Picture()), "x/a.png"), (fixture.Web.UrlOf("/2"), "x/b.png"));
        fixture.UploadOptions.Parallel = 1;
        using var crash = new CancellationTokenSource();
        fixture.Web.Answer("/2", async _ =>
        {
            await crash.CancelAsync();
            return new LocalResponse(200) { DeclaredLength = 10 };
        });
        var interrupted = () => fixture.RunAsync(job, crash.Token);
        await interrupted.Should().ThrowAsync<OperationCanceledException>();
        fixture.Serve("/2", UploadFixture.Picture());

        await fixture.RunAsync(job);

        fixture.Rows.Select(r => r.LogType).Should().Equal(LogTypes.UploadSuccess, LogTypes.UploadSuccess);
        fixture.Web.Requests.Count(r => r.Path == "/1").Should().Be(1);
        fixture.Counters.Should().Be(new JobCounters { FileSuccess = 2, TotalFile = 2, TransferSuccess = 2 });
    }

    [Fact]
    public async Task Run_ReportsFilesAndSets()
    {
        await fixture.RunAsync((fixture.Serve("/a.png", UploadFixture.Picture()), "x/a.png"));

        var shown = fixture.Progress.Find(1)!;
        shown.Percent.Should().Be(90);
        shown.Tasks.Select(t => (t.TaskType, t.TaskState, t.Processed, t.Pending)).Should().Equal(
            (TaskTypes.Upload, TaskStates.Done, 1, 0), (TaskTypes.AutoSet, TaskStates.Done, 0, 0));
    }

    [Fact]
    public async Task Run_EndsFatally_WhenFiftyFetchesFailAlike()
    {
        fixture.UploadOptions.Retries = 0;
        var closed = fixture.Web.UrlOf("/x");
        fixture.Web.Dispose();

        var act = () => fixture.RunAsync([.. Enumerable.Range(0, 60).Select(i => (closed, $"x/p{i}.png"))]);

        (await act.Should().ThrowAsync<FatalJobException>()).Which.Reason.Key.Should().Be("Log.Fatal.SameFailure");
        fixture.Rows.Count.Should().BeInRange(50, 54);
        fixture.Rows.Should().OnlyContain(r => r.Message.Key == "Log.Fetch.Connection");
    }

    [Fact]
    public async Task Run_EndsFatally_WhenTheDiskIsFull()
    {
        fixture.Store.BeforeCommit = item =>
        {
            if (item.Files.Count > 0)
                throw new IOException("full", 28);
        };

        var act = () => fixture.RunAsync((fixture.Serve("/a.png", UploadFixture.Picture()), "x/a.png"));

        (await act.Should().ThrowAsync<FatalJobException>()).Which.Reason.Key.Should().Be("Log.Fatal.DiskFull");
        fixture.Files.Should().BeEmpty();
    }

    [Fact]
    public async Task Run_AddsFilesToTheirProjectsAndNamesThoseThatDoNotExist()
    {
        var spring = await fixture.Projects.AddAsync(fixture.Company.CompanyId, "Spring", CancellationToken.None);
        var job = UploadFixture.Job((fixture.Serve("/a.png", UploadFixture.Picture()), "x/a.png"));
        job.ManualCropOptions = new Contracts.ManualCropOptions { Left = 1, Right = 0, Top = 0, Bottom = 0 };
        job.ProjectHandleArray = new Contracts.HandleArray { Items = [$"p|{fixture.Company.CompanyId}|Spring", $"p|{fixture.Company.CompanyId}|Autumn"] };

        await fixture.RunAsync(job);

        var asset = fixture.Assets.All.Single();
        asset.Content.ProjectIds.Should().Equal(spring.ProjectId);
        asset.Content.Optimized!.Width.Should().Be(39);
        fixture.Rows.Single().Aux.Select(a => string.Join(' ', [a.Message.Key, .. a.Message.Arguments])).Should().Equal("Log.Upload.ProjectUnknown Autumn");
    }

    [Fact]
    public async Task Run_RefusesPhotoshopFilesOfUnsupportedForm()
    {
        var lab = new PsdWriter(20, 10).Write();
        lab[25] = 9;

        await fixture.RunAsync((fixture.Serve("/b.psd", lab), "x/b.psd"));

        fixture.Rows.Single().Message.Key.Should().Be("Log.Image.PhotoshopForm");
        fixture.Assets.All.Should().BeEmpty();
    }

    [Fact]
    public async Task Run_TellsAnimatedGifFromStill()
    {
        using var frame = NetVips.Image.Black(20, 10, bands: 3);
        using var strip = frame.Join(frame.Invert(), NetVips.Enums.Direction.Vertical)
            .Mutate(m => m.Set(NetVips.GValue.GIntType, "page-height", 10));

        await fixture.RunAsync(
            (fixture.Serve("/a.gif", frame.WriteToBuffer(".gif")), "x/a.gif"),
            (fixture.Serve("/b.gif", strip.WriteToBuffer(".gif")), "x/a.gif"));

        fixture.Assets.All.Select(a => (a.Name, a.NameSpace, a.Content.Type, a.Content.FileName)).Should().Equal(
            ("a", NameSpace.Catalog, AssetTypes.Image, "a.gif"), ("a-1", NameSpace.Static, AssetTypes.AnimatedGif, "a-1.gif"));
    }
}
