using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Handlers.Tests.Ingest;
using IpsJobs.Handlers.Tests.UrlUpload;

namespace IpsJobs.Handlers.Tests.DirectoryUpload;

public sealed class DirectoryUploadHandlerTests : IDisposable
{
    private readonly DirectoryFixture world = new();

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task Run_RebuildsTheTreeBelowTheDestination_DepthFirstInCodePointOrder()
    {
        world.Drop("b.css", "b");
        world.Drop("a/z.css", "z");
        world.Drop("a/B/c.css", "c");
        world.Drop("\U0001F600.css", "face");
        world.Drop("\uFFFD.css", "mark");
        var job = DirectoryFixture.Job();
        job.DestFolder = "Spring/2026";

        await world.RunAsync(job);

        world.Story.Should().Equal(
            "UploadSuccess Sample/Spring/2026/a/B/c.css",
            "UploadSuccess Sample/Spring/2026/a/z.css",
            "UploadSuccess Sample/Spring/2026/b.css",
            "UploadSuccess Sample/Spring/2026/\uFFFD.css",
            "UploadSuccess Sample/Spring/2026/\U0001F600.css");
        File.ReadAllText(world.Upload.Original("Spring/2026/a/B/c.css")).Should().Be("c");
        world.Counters.Should().Match<JobCounters>(c => c.TotalFile == 5 && c.FileSuccess == 5);
    }

    [Fact]
    public async Task Run_ComposesTheNamesOfFolders_ThatAreSpelledOtherwiseOnDisk()
    {
        world.Drop("cafe\u0301/the\u0301/a.css", "a");
        var job = DirectoryFixture.Job();
        (job.ServerDir, job.DestFolder) = ("cafe\u0301", "f|Sample/e\u0301te\u0301/");

        await world.RunAsync(job);

        world.Story.Should().Equal("UploadSuccess Sample/\u00E9t\u00E9/th\u00E9/a.css");
        File.ReadAllText(world.Upload.Original("\u00E9t\u00E9/th\u00E9/a.css")).Should().Be("a");
    }

    [Fact]
    public async Task Run_MakesAnImageOfAPicture()
    {
        world.Drop("grey.png", UploadFixture.Picture());

        await world.RunAsync();

        world.Find("grey")!.Content.Optimized!.Width.Should().Be(40);
        world.Find("grey")!.ReadyForPublish.Should().BeTrue();
    }

    // Names with forbidden characters never enter the store; here from a directory, where the file system allows most of them.
    [Fact]
    public async Task Run_NeverStoresForbiddenCharacters()
    {
        world.Drop("a:b;c@d=e&f+g$h,i*j\"k<l>m|n'o{p}q%.css", "text");

        await world.RunAsync();

        world.Find("abcdefghijklmnopq")!.Content.FileName.Should().Be("abcdefghijklmnopq.css");
        File.ReadAllText(world.Upload.Original("abcdefghijklmnopq.css")).Should().Be("text");
    }

    [Fact]
    public async Task Run_TakesTheFilesOfAnArchive_Once()
    {
        world.Drop("x/pack.zip", ArchiveBytes.Zip(("a.css", [1]), ("sub/b.css", [2]), (".hidden", [3])));
        var job = DirectoryFixture.Job();
        job.UnCompressOptions = new Contracts.UnCompressOptions { Process = UnCompressProcesses.UnCompress };

        await world.RunAsync(job);

        world.Story.Should().BeEquivalentTo("UploadSuccess Sample/x/a.css", "UploadSuccess Sample/x/sub/b.css", "UploadWarning Sample/x/.hidden");
        world.Counters.Should().Match<JobCounters>(c => c.TotalFile == 2 && c.FileSuccess == 2);
        await world.RunAsync(job);
        world.Rows.Should().BeEmpty();
    }

    [Fact]
    public async Task Run_TakesAnArchiveAgain_WhenSomeOfItsFilesFailed()
    {
        world.Options.SourceDisposition = "delete";
        var source = world.Drop("pack.zip", ArchiveBytes.Zip(("../a.css", [1]), ("b.css", [2])));
        var job = DirectoryFixture.Job();
        job.UnCompressOptions = new Contracts.UnCompressOptions { Process = UnCompressProcesses.UnCompress };

        await world.RunAsync(job);
        await world.RunAsync(job);

        File.Exists(source).Should().BeTrue();
        world.Rows.Select(r => r.LogType).Should().BeEquivalentTo([LogTypes.UploadError, LogTypes.FileUpdated]);
    }

    [Fact]
    public async Task Run_StaysInTheDirectoryItself_WithoutSubfolders()
    {
        world.Drop("in/a.css");
        world.Drop("in/deep/b.css");
        world.Drop("c.css");
        var job = DirectoryFixture.Job("/in/");
        job.IncludeSubfolders = false;

        await world.RunAsync(job);

        world.Story.Should().Equal("UploadSuccess Sample/a.css");
    }

    [Fact]
    public async Task Run_TakesOnlyNewAndChangedFiles_TheSecondTime()
    {
        world.Drop("same.css", "same");
        world.Drop("touched.css", "touched");
        world.Drop("changed.css", "before");
        await world.RunAsync();
        world.Drop("touched.css", "touched", TimeSpan.FromMinutes(1));
        world.Drop("changed.css", "after!", TimeSpan.FromMinutes(1));
        world.Drop("new.css", "new");

        await world.RunAsync();

        world.Story.Should().Equal("FileUpdated Sample/changed.css", "UploadSuccess Sample/new.css");
        world.Counters.TotalFile.Should().Be(2);
    }

    [Fact]
    public async Task Run_LeavesFilesStillBeingWritten_ForTheNextRun()
    {
        world.Drop("growing.css", "gro", TimeSpan.FromSeconds(9));
        await world.RunAsync();
        world.Rows.Should().BeEmpty();
        world.Upload.Time.Advance(TimeSpan.FromSeconds(2));

        await world.RunAsync();

        world.Story.Should().Equal("UploadSuccess Sample/growing.css");
    }

    [Fact]
    public async Task Run_LeavesAFile_ThatChangesBetweenWalkAndCopy()
    {
        world.Drop("a.css", "a");
        world.Drop("b.css", "b");
        world.BeforeCommit = item =>
        {
            if (item.Row.ItemKey == "a.css")
                world.Drop("b.css", "more", TimeSpan.FromSeconds(1));
        };

        await world.RunAsync();

        world.Story.Should().Equal("UploadSuccess Sample/a.css", "UploadWarning Sample/b.css");
        world.Find("b").Should().BeNull();
        world.Counters.Should().Match<JobCounters>(c => c.TotalFile == 1 && c.FileSuccess == 1);
    }

    [Fact]
    public async Task Run_SkipsTemporaryFiles_AndDeletesThoseLeftBehind()
    {
        var young = world.Drop("photo.in.jpg", "half", TimeSpan.FromMinutes(59));
        var old = world.Drop("other.in.jpg", "half", TimeSpan.FromMinutes(61));

        await world.RunAsync();

        world.Rows.Should().BeEmpty();
        File.Exists(young).Should().BeTrue();
        File.Exists(old).Should().BeFalse();
    }

    [Fact]
    public async Task Run_DeletesNoTemporaryFile_WhenTheAgeIsZero()
    {
        world.Options.TemporaryFileAge = TimeSpan.Zero;
        var old = world.Drop("other.in.jpg", "half", TimeSpan.FromDays(9));

        await world.RunAsync();

        File.Exists(old).Should().BeTrue();
    }

    [Fact]
    public async Task Run_DeletesTakenSources_ButKeepsFailedOnes()
    {
        world.Options.SourceDisposition = "delete";
        var good = world.Drop("good.css");
        var bad = world.Drop("bad.png", "no picture");
        var unknown = world.Drop("unknown.xyz");

        await world.RunAsync();

        new[] { good, bad, unknown }.Select(File.Exists).Should().Equal(false, true, true);
    }

    [Fact]
    public async Task Run_MovesTakenSources_AndNeverTakesThemFromThere()
    {
        world.Options.SourceDisposition = "move:done";
        world.Drop("day/a.css", "first");
        await world.RunAsync();
        world.Drop("day/a.css", "second", TimeSpan.FromMinutes(1));

        await world.RunAsync();
        await world.RunAsync();

        world.Rows.Should().BeEmpty();
        File.ReadAllText(Path.Combine(world.Incoming, "done/day/a.css")).Should().Be("first");
        File.ReadAllText(Path.Combine(world.Incoming, "done/day/a-1.css")).Should().Be("second");
    }

    [Fact]
    public async Task Resume_PutsAwayWhatAKillLeft_AndDoesNoFileTwice()
    {
        world.Options.SourceDisposition = "delete";
        world.Drop("a.css", "a");
        world.Drop("b.css", "b");
        world.BeforeCommit = item =>
        {
            if (item.Row.ItemKey == "b.css")
                throw new InvalidOperationException("killed");
        };
        await world.Invoking(w => w.RunAsync()).Should().ThrowAsync<InvalidOperationException>();
        // The kill came before the source was put away.
        var left = world.Drop("a.css", "a");
        world.BeforeCommit = null;

        await world.ResumeAsync();

        world.Story.Should().Equal("UploadSuccess Sample/a.css", "UploadSuccess Sample/b.css");
        File.Exists(left).Should().BeFalse();
        world.Counters.Should().Match<JobCounters>(c => c.TotalFile == 2 && c.FileSuccess == 2);
    }

    [Fact]
    public async Task Run_IsFatal_WhenTheDirectoryIsMissing()
    {
        var run = () => world.RunAsync(DirectoryFixture.Job("/not/there"));

        (await run.Should().ThrowAsync<FatalJobException>()).Which.Reason.Key.Should().Be("Log.Fatal.ServerDirectory");
    }

    [Fact]
    public async Task Run_EndsWithNothing_WhenTheIncomingDirectoryWasNeverMade()
    {
        await world.RunAsync();

        world.Rows.Should().BeEmpty();
        Directory.Exists(world.Incoming).Should().BeTrue();
    }

    [Fact]
    public async Task Run_GivesFilesNotBegunTheirRow_WhenStoppedBetweenFiles()
    {
        world.Drop("a.css");
        world.Drop("b.css");
        world.BeforeCommit = item =>
        {
            if (item.Row.ItemKey == "a.css")
                world.Stop();
        };

        await world.Invoking(w => w.RunAsync()).Should().ThrowAsync<JobStoppedException>();

        world.Story.Should().Equal("UploadSuccess Sample/a.css", "FileCancel Sample/b.css");
    }

    [Fact]
    public async Task Run_StopsInTheWalk_WithoutAnyRow()
    {
        world.Drop("a.css");
        await world.RunAsync(DirectoryFixture.Job("/"));
        world.Drop("b.css");
        world.Stop();

        await world.Invoking(w => w.ResumeAsync()).Should().ThrowAsync<JobStoppedException>();

        world.Story.Should().Equal("UploadSuccess Sample/a.css");
    }

    [Fact]
    public async Task Run_ReportsHiddenAndUnknownFilesOutsideTheTotal()
    {
        world.Drop(".DS_Store");
        world.Drop(".git/config");
        world.Drop("notes.xyz");
        world.Drop("a.css");

        await world.RunAsync();

        world.Rows.Select(r => r.LogType).Should().Equal(
            LogTypes.UploadWarning, LogTypes.UploadWarning, LogTypes.UploadSuccess, LogTypes.UploadWarning);
        world.Counters.Should().Match<JobCounters>(c => c.TotalFile == 1 && c.FileWarning == 3);
    }
}
