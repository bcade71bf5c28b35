using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Handlers.Tests.Ingest;
using IpsJobs.Handlers.Tests.UrlUpload;

namespace IpsJobs.Handlers.Tests.PostUpload;

public sealed class PostUploadHandlerTests : IDisposable
{
    private readonly PostUploadFixture fixture = new();

    public void Dispose() => fixture.Dispose();

    [Fact]
    public async Task Run_RestsAfterTheFiles_WhenTheSessionIsOpen()
    {
        await fixture.SendAsync(endJob: false, ("Sample/x/a.png", UploadFixture.Picture()));

        await fixture.Invoking(f => f.RunAsync()).Should().ThrowAsync<JobRestsException>();

        fixture.Instance.State.Should().Be(InstanceState.WaitingClient);
        fixture.Rows.Should().ContainSingle().Which.LogType.Should().Be(LogTypes.UploadSuccess);
        fixture.Assets.All.Single().Content.Folder.Should().Be("Sample/x/");
        fixture.Instance.Counters.Should().Be(new JobCounters { FileSuccess = 1, TotalFile = 1, TransferSuccess = 1 });
        fixture.Staged.Should().BeEmpty();
    }

    [Fact]
    public async Task Run_WritesTheTotalAndReturns_WhenTheSessionHasEnded()
    {
        await fixture.SendAsync(endJob: false, ("Sample/a.png", UploadFixture.Picture()));
        await fixture.Invoking(f => f.RunAsync()).Should().ThrowAsync<JobRestsException>();
        await fixture.SendAsync(endJob: true, ("Sample/b.png", UploadFixture.Picture()), ("Sample/.hidden", [1]));

        await fixture.RunAsync();

        fixture.Rows.Select(r => r.LogType).SkipLast(1).Should().BeEquivalentTo(
            [LogTypes.UploadSuccess, LogTypes.UploadSuccess, LogTypes.UploadWarning]);
        var total = fixture.Rows[^1];
        (total.LogType, total.Message.Arguments.Single()).Should().Be((LogTypes.TotalFileCount, "2"));
        fixture.Instance.Counters.Should().Be(new JobCounters { FileSuccess = 2, FileWarning = 1, TotalFile = 2, TransferSuccess = 3 });
    }

    // Names with forbidden characters never enter the store; here by HTTP POST, whose file names are free text.
    [Fact]
    public async Task Run_NeverStoresForbiddenCharacters()
    {
        await fixture.SendAsync(endJob: true, ("Sample/x/a:b;c@d=e&f+g$h,i*j\"k<l>m|n'o{p}q%.png", UploadFixture.Picture()));

        await fixture.RunAsync();

        fixture.Assets.All.Should().ContainSingle().Which.Content.FileName.Should().Be("abcdefghijklmnopq.png");
        File.Exists(fixture.Data.Originals("Sample/").Resolve("x/abcdefghijklmnopq.png")).Should().BeTrue();
    }

    [Fact]
    public async Task Run_CountsTheFilesOfAnArchive()
    {
        fixture.Job.UnCompressOptions = new Contracts.UnCompressOptions { Process = UnCompressProcesses.UnCompress };
        await fixture.SendAsync(endJob: true, ("Sample/x/pack.zip", ArchiveBytes.Zip(("a.css", [1]), ("sub/b.css", [2]), ("c.css", [3]))));

        await fixture.RunAsync();

        fixture.Instance.Counters.Should().Be(new JobCounters { FileSuccess = 3, TotalFile = 3, TransferSuccess = 1 });
        fixture.Assets.All.Select(a => a.Content.Folder + a.Name).Should().BeEquivalentTo("Sample/x/a", "Sample/x/sub/b", "Sample/x/c");
        fixture.Staged.Should().BeEmpty();
    }

    [Fact]
    public async Task Run_WarnsOnce_WhenTheClientFellSilent()
    {
        await fixture.SendAsync(endJob: false, ("Sample/a.png", UploadFixture.Picture()));
        await fixture.Sessions.TimeOutAsync(fixture.Instance.InstanceId, fixture.Clock.UtcNow, default);

        await fixture.RunAsync();
        await fixture.RunAsync();

        fixture.Rows.Select(r => r.LogType).Should().Equal(LogTypes.UploadSuccess, LogTypes.UploadWarning, LogTypes.TotalFileCount);
        fixture.Rows[1].Message.Should().BeEquivalentTo(new { Key = "Log.Upload.SessionTimedOut", Arguments = new[] { "30" } });
    }

    [Fact]
    public async Task Run_RejectsTheFile_WhenItsPathLeavesTheCompany()
    {
        await fixture.SendAsync(endJob: true, ("../../a.png", UploadFixture.Picture()), ("Sample/folder/", UploadFixture.Picture()));

        await fixture.RunAsync();

        fixture.Rows.SkipLast(1).Should().OnlyContain(r => r.LogType == LogTypes.UploadError && r.Message.Key == "Log.Upload.IllegalPath");
        fixture.Instance.Counters.Should().Be(new JobCounters { FileError = 2, TotalFile = 2, TransferSuccess = 2 });
        fixture.Staged.Should().BeEmpty();
    }

    [Fact]
    public async Task Run_FollowsTheOrder_WhenTwoFilesHaveOnePath()
    {
        var second = UploadFixture.Picture(grey: 2);
        await fixture.SendAsync(endJob: true, ("Sample/a.png", UploadFixture.Picture(grey: 1)), ("Sample/a.png", second));

        await fixture.RunAsync();

        fixture.Rows.Select(r => r.LogType).Should().Equal(LogTypes.UploadSuccess, LogTypes.FileUpdated, LogTypes.TotalFileCount);
        (await File.ReadAllBytesAsync(fixture.Data.Originals("Sample/").Resolve("a.png"))).Should().Equal(second);
    }

    [Fact]
    public async Task Run_CancelsWhatItHasNotBegun_WhenItIsStopped()
    {
        await fixture.SendAsync(endJob: true, ("Sample/a.png", UploadFixture.Picture()), ("Sample/b.png", UploadFixture.Picture()));
        await fixture.StopAsync();

        await fixture.Invoking(f => f.RunAsync()).Should().ThrowAsync<JobStoppedException>();

        fixture.Rows.Select(r => r.LogType).Should().Equal(LogTypes.FileCancel, LogTypes.FileCancel);
        fixture.Assets.All.Should().BeEmpty();
        fixture.Staged.Should().BeEmpty();
    }

    [Fact]
    public async Task Run_StillHasTheBytes_WhenTheRowCouldNotBeCommitted()
    {
        await fixture.SendAsync(endJob: true, ("Sample/a.png", UploadFixture.Picture()));
        // The file is in its place already when the database fails, as at a power cut between the two.
        fixture.Store.BeforeCommit = item =>
        {
            foreach (var move in item.Files)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(move.FinalPath)!);
                File.Move(move.StagedPath, move.FinalPath);
            }

            throw new InvalidOperationException("interrupted");
        };
        await fixture.Invoking(f => f.RunAsync()).Should().ThrowAsync<InvalidOperationException>();
        fixture.Store.BeforeCommit = null;

        await fixture.RunAsync();

        fixture.Rows.Select(r => r.LogType).Should().Equal(LogTypes.UploadSuccess, LogTypes.TotalFileCount);
        (await File.ReadAllBytesAsync(fixture.Data.Originals("Sample/").Resolve("a.png"))).Should().Equal(UploadFixture.Picture());
    }

    [Fact]
    public async Task Run_RejectsTheFile_WhenItsBytesAreGone()
    {
        await fixture.SendAsync(endJob: true, ("Sample/a.png", UploadFixture.Picture()));
        File.Delete(Path.Combine(fixture.Data.Staging, fixture.Staged.Single()));

        await fixture.RunAsync();

        fixture.Rows[0].Should().BeEquivalentTo(new { LogType = LogTypes.UploadError, Message = new { Key = "Log.Upload.DiskError" } });
    }
}
