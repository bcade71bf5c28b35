using IpsJobs.Core.Files;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Handles;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Submission;
using Microsoft.Extensions.DependencyInjection;

namespace IpsJobs.Storage.Tests.Uploads;

/// <summary>Upload sessions: requests, files, and what a run has to do next.</summary>
public abstract class UploadSessionSuite : StoreTest
{
    private const string Home = "192.0.2.1";

    private IUploadSessionStore Uploads => Services.GetRequiredService<IUploadSessionStore>();

    [Fact]
    public async Task Deliver_StoresJobAndFiles_WhenItOpensASession()
    {
        var instance = await OpenAsync("Photos", "a.png", "b.png");

        await RestartAsync();

        instance.InstanceName.Should().Be("Photos");
        instance.State.Should().Be(InstanceState.New);
        var session = (await Uploads.FindAsync(instance.InstanceId, None))!;
        session.Should().BeEquivalentTo(new
        {
            ClientAddress = Home, State = UploadSessionState.Open, LastRequestUtc = Now, HasWork = true, Accepts = true,
        });
        session.Instance.Should().BeEquivalentTo(instance);
        var files = await Uploads.ListPendingAsync(instance.InstanceId, None);
        files.Select(f => (f.ItemKey, f.Path, f.Size)).Should().Equal(("1", "a.png", 3), ("2", "b.png", 3));
        files[0].Sha256.Should().Equal(new byte[] { 1, 2 });
        (await Uploads.ListStagedFoldersAsync(None)).Should().BeEquivalentTo(["post-1"]);
    }

    [Fact]
    public async Task Deliver_Continues_WhenNameUserAndAddressHaveAnOpenSession()
    {
        var first = await OpenAsync("Photos", "a.png");
        Time.Advance(TimeSpan.FromMinutes(5));

        var second = await OpenAsync("Photos", "b.png");

        second.InstanceId.Should().Be(first.InstanceId);
        (await Uploads.ListPendingAsync(first.InstanceId, None)).Select(f => f.ItemKey).Should().Equal("1", "2");
        (await Uploads.FindAsync(first.InstanceId, None))!.LastRequestUtc.Should().Be(Now);
    }

    [Fact]
    public async Task Deliver_OpensOneSession_WhenTwoFirstRequestsMeet()
    {
        var both = await Task.WhenAll(OpenAsync("Photos"), OpenAsync("Photos"));

        both[0].InstanceId.Should().Be(both[1].InstanceId);
    }

    [Fact]
    public async Task Deliver_OpensAnotherOfTheSameName_WhenTheFirstHasEnded()
    {
        var first = await OpenAsync("Photos");
        await Uploads.DeliverAsync(new UploadDelivery(first.InstanceId, null, Home, [], EndJob: true), None);

        var second = await OpenAsync("Photos");

        second.InstanceId.Should().NotBe(first.InstanceId);
        second.InstanceName.Should().Be("Photos");
        var newest = await Queries.FindInstancesAsync(new JobHandle(47, null, "Photos", null), None);
        newest.Single().InstanceId.Should().Be(second.InstanceId);
        (await Queries.FindInstancesAsync(first.Handle, None)).Single().InstanceId.Should().Be(first.InstanceId);
    }

    [Fact]
    public async Task AddInstance_TakesALaterName_WhenAnUploadIsCalledSo()
    {
        var taken = (await Jobs.AddInstanceAsync(AJob.New("Twin"), None)).InstanceName;
        var upload = await OpenAsync(taken);

        upload.InstanceName.Should().Be(taken);
        var next = (await Jobs.AddInstanceAsync(AJob.New("Twin"), None)).InstanceName;
        next.Should().NotBe(taken);
    }

    [Fact]
    public async Task Deliver_StoresNothing_WhenTheSessionTakesNoMore()
    {
        var instance = await OpenAsync("Photos");
        await Jobs.RequestStopAsync(instance.InstanceId, "boss@example.com", None);

        var act = () => Uploads.DeliverAsync(new UploadDelivery(instance.InstanceId, null, Home, [AFile("late.png")], EndJob: false), None);

        await act.Should().ThrowAsync<StateConflictException>();
        (await Uploads.ListPendingAsync(instance.InstanceId, None)).Should().BeEmpty();
    }

    [Fact]
    public async Task Next_RestsOnlyWhenEveryFileHasItsRow()
    {
        var instance = await OpenAsync("Photos", "a.png");
        await Jobs.StartInstanceAsync(AJob.Start(instance.InstanceId), None);

        (await Uploads.NextAsync(instance.InstanceId, None)).Should().Be(UploadNext.Files);
        await Jobs.CommitItemAsync(AJob.Item(instance.InstanceId, "1"), None);
        (await Uploads.NextAsync(instance.InstanceId, None)).Should().Be(UploadNext.Wait);

        (await Queries.FindInstanceAsync(instance.InstanceId, None))!.State.Should().Be(InstanceState.WaitingClient);
        (await Uploads.FindAsync(instance.InstanceId, None))!.HasWork.Should().BeFalse();
        var again = await Jobs.StartInstanceAsync(AJob.Start(instance.InstanceId), None);
        (again.State, again.Interruptions).Should().Be((InstanceState.Running, 0));
    }

    [Fact]
    public async Task Next_Ends_WhenTheClientEndedIt()
    {
        var instance = await OpenAsync("Photos");
        await Jobs.StartInstanceAsync(AJob.Start(instance.InstanceId), None);
        await Uploads.DeliverAsync(new UploadDelivery(instance.InstanceId, null, Home, [], EndJob: true), None);

        (await Uploads.NextAsync(instance.InstanceId, None)).Should().Be(UploadNext.End);
    }

    [Fact]
    public async Task Next_Stops_WhenSomebodyAskedForIt()
    {
        var instance = await OpenAsync("Photos", "a.png");
        await Jobs.StartInstanceAsync(AJob.Start(instance.InstanceId), None);
        await Jobs.RequestStopAsync(instance.InstanceId, "boss@example.com", None);

        (await Uploads.NextAsync(instance.InstanceId, None)).Should().Be(UploadNext.Stop);
    }

    [Fact]
    public async Task TimeOut_ClosesTheSession_OnlyWhenNoRequestCameSince()
    {
        var instance = await OpenAsync("Photos");
        var before = Now;

        (await Uploads.TimeOutAsync(instance.InstanceId, before.AddTicks(-1), None)).Should().BeFalse();
        (await Uploads.TimeOutAsync(instance.InstanceId, before, None)).Should().BeTrue();
        (await Uploads.TimeOutAsync(instance.InstanceId, before, None)).Should().BeFalse();

        (await Uploads.FindAsync(instance.InstanceId, None)).Should().BeEquivalentTo(
            new { State = UploadSessionState.TimedOut, Accepts = false, HasWork = true });
    }

    [Fact]
    public async Task ListLive_LeavesOutWhatHasEnded()
    {
        var ended = await OpenAsync("Ended", "a.png");
        var live = await OpenAsync("Live");
        await Jobs.EndInstanceAsync(AJob.End(ended.InstanceId), None);

        (await Uploads.ListLiveAsync(None)).Select(s => s.Instance.InstanceId).Should().Equal(live.InstanceId);
        (await Uploads.ListStagedFoldersAsync(None)).Should().BeEmpty();
        (await Uploads.FindAsync(ended.InstanceId, None))!.Accepts.Should().BeFalse();
    }

    [Fact]
    public async Task Find_IsNull_WhenTheJobIsNoUpload()
    {
        var instance = await Jobs.AddInstanceAsync(AJob.New(), None);

        (await Uploads.FindAsync(instance.InstanceId, None)).Should().BeNull();
        (await Uploads.FindOpenAsync(47, instance.InstanceName, 41, Home, None)).Should().BeNull();
    }

    private Task<JobInstance> OpenAsync(string name, params string[] files)
    {
        var definition = AJob.Definition(name) with { JobType = JobTypes.UploadPost, LaneKey = "" };
        return Uploads.DeliverAsync(
            new UploadDelivery(null, new NewInstance(definition, Now), Home, [.. files.Select(AFile)], EndJob: false), None);
    }

    // A real file: the portable flush opens it.
    private StagedUpload AFile(string path)
    {
        var staged = Path.Combine(Services.GetRequiredService<DataFolder>().Staging, "post-1", path);
        Directory.CreateDirectory(Path.GetDirectoryName(staged)!);
        File.WriteAllText(staged, "abc");
        return new StagedUpload("", "post-1/" + path, path, 3, [1, 2]);
    }
}
