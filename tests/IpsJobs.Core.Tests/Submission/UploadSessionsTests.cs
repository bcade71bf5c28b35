using IpsJobs.Contracts;
using IpsJobs.Core.Accounts;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Faults;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Submission;
using IpsJobs.Core.Tests.Jobs;
using IpsJobs.Testing.Accounts;
using IpsJobs.Testing.Jobs;

namespace IpsJobs.Core.Tests.Submission;

public sealed class UploadSessionsTests : IDisposable
{
    private const string Home = "192.0.2.1";

    private readonly JobWorld world = new();
    private readonly FakeUploadSessionStore store;
    private readonly UploadActivity activity;
    private readonly UploadSessions sessions;

    public UploadSessionsTests()
    {
        world.Accounts.Accounts.Add(AnAccount.Of(3, UserRoles.ImagePortalUser));
        var info = new JobTypeInfo(JobTypes.UploadPost, "uploadPostJob", LogTypes.BeginUpload, LogTypes.EndUpload);
        var types = new JobTypeRegistry([new JobTypeRegistration(info, typeof(ScriptedJobType), typeof(ScriptedJobType))], world.JobType);
        store = new FakeUploadSessionStore(world.Store.Instances, world.Clock);
        activity = new UploadActivity(world.Clock);
        sessions = new UploadSessions(world.Companies, types, store, world.Store, world.Dispatcher, activity, world.Clock);
    }

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task Accept_OpensASessionCalledAsSubmitted_WhenTheNameIsNew()
    {
        var handle = await AcceptAsync(First(), AFile("a.png"));

        handle.ToString().Should().Be("j|47||Spring photos|1");
        var definition = world.Store.Instances.Should().ContainSingle().Subject.Definition;
        definition.Should().BeEquivalentTo(new
        {
            JobType = JobTypes.UploadPost, BlockElement = "uploadPostJob", OriginalName = "Spring photos", SubmitUserId = 1, RequestLocale = "fr-FR",
        });
        store.Deliveries.Single().Files.Single().Path.Should().Be("Company47/a.png");
        world.Dispatcher.Enqueued.Should().ContainSingle();
    }

    [Fact]
    public async Task Accept_ContinuesAndIgnoresTheParameters_WhenTheHandleIsGiven()
    {
        var handle = await AcceptAsync(First());
        world.JobType.Check = _ => throw new InvalidOperationException("later parameters must not be looked at");

        var again = await AcceptAsync(Later(handle.ToString(), p => p.UploadParams = new UploadPostJob()), AFile("b.png"));

        again.Should().Be(handle);
        store.Deliveries[1].InstanceId.Should().Be(1);
        world.Dispatcher.Enqueued.Should().HaveCount(2);
    }

    [Fact]
    public async Task Accept_Continues_WhenNameUserAndAddressAgree()
    {
        var handle = await AcceptAsync(First());

        var again = await AcceptAsync(new UploadPostParam { CompanyHandle = "c|47", JobName = " Spring photos ", EndJob = true });

        again.Should().Be(handle);
        store.Deliveries[1].EndJob.Should().BeTrue();
    }

    [Fact]
    public async Task Accept_DispatchesNothing_WhenARequestOnlyKeepsTheSessionAlive()
    {
        var handle = await AcceptAsync(First());
        world.Dispatcher.Enqueued.Clear();

        await AcceptAsync(Later(handle.ToString()));

        world.Dispatcher.Enqueued.Should().BeEmpty();
        store.Deliveries.Should().HaveCount(2);
    }

    [Theory]
    [InlineData(2, Home)]
    [InlineData(1, "192.0.2.2")]
    public async Task Accept_OpensAnotherSession_WhenTheNameIsUsedByOthers(int user, string address)
    {
        var first = await AcceptAsync(First());

        var second = await AcceptAsync(First(), user, address);

        second.InstanceId.Should().NotBe(first.InstanceId);
        second.InstanceName.Should().Be(first.InstanceName);
    }

    [Theory]
    [InlineData(2, Home)]
    [InlineData(1, "192.0.2.2")]
    public async Task Accept_Refuses_WhenTheHandleIsUsedByOthers(int user, string address)
    {
        var handle = await AcceptAsync(First());

        await RefusedAsync(Later(handle.ToString()), FaultCodes.IllegalParameterValue, user, address);
    }

    [Fact]
    public async Task Accept_Refuses_WhenTheSessionWasEnded()
    {
        var handle = await AcceptAsync(First(p => p.EndJob = true));

        var fault = await RefusedAsync(Later(handle.ToString()), FaultCodes.InvalidParameter);

        fault.Reason.Key.Should().Be("Fault.SessionClosed");
        fault.Reason.Arguments.Should().Equal(handle.ToString());
    }

    [Fact]
    public async Task Accept_Refuses_WhenTheSessionFellSilent()
    {
        var handle = await AcceptAsync(First());
        await store.TimeOutAsync(1, world.Clock.UtcNow, default);

        (await RefusedAsync(Later(handle.ToString()), FaultCodes.InvalidParameter)).Reason.Key.Should().Be("Fault.SessionClosed");
    }

    [Fact]
    public async Task Accept_Refuses_WhenTheJobWasStopped()
    {
        var handle = await AcceptAsync(First());
        await world.Store.RequestStopAsync(1, "boss@example.com", default);

        (await RefusedAsync(Later(handle.ToString()), FaultCodes.InvalidParameter)).Reason.Key.Should().Be("Fault.SessionClosed");
    }

    [Fact]
    public async Task Accept_Refuses_WhenTheSessionEndsInTheSameMoment()
    {
        var handle = await AcceptAsync(First());
        store.Failure = new StateConflictException("upload session 1", "Open", "Ended");

        (await RefusedAsync(Later(handle.ToString()), FaultCodes.InvalidParameter)).Reason.Key.Should().Be("Fault.SessionClosed");
    }

    [Fact]
    public async Task Accept_Refuses_WhenTheHandleNamesAJobOfAnotherKind()
    {
        await world.Submission.SubmitAsync(world.Request(), JobWorld.AParam(), default);

        var fault = await RefusedAsync(Later(world.Store.Instances[0].Handle.ToString()), FaultCodes.InvalidParameter);

        fault.Reason.Key.Should().Be("Fault.InvalidHandle");
    }

    public static TheoryData<string, UploadPostParam, int> Refusals => new()
    {
        { "neither name nor handle", First(p => p.JobName = " "), FaultCodes.MissingParameter },
        { "name and handle", First(p => p.JobHandle = "j|47||x|1"), FaultCodes.InvalidParameter },
        { "bar in the name", First(p => p.JobName = "a|b"), FaultCodes.InvalidParameter },
        { "no parameters", First(p => p.UploadParams = null), FaultCodes.MissingParameter },
        { "unknown handle", Later("j|47||x|1"), FaultCodes.InvalidParameter },
        { "unreadable handle", Later("x"), FaultCodes.InvalidParameter },
        { "handle of another company", Later("j|48||x|1"), FaultCodes.IllegalCompany },
        { "no company", First(p => p.CompanyHandle = null), FaultCodes.MissingParameter },
        { "unknown company", First(p => p.CompanyHandle = "c|4711"), FaultCodes.InvalidCompany },
        { "malformed locale", First(p => p.Locale = "english"), FaultCodes.InvalidParameter },
        { "folder outside the company", First(p => p.DestFolder = "a/../.."), FaultCodes.InvalidParameter },
        { "file name without a file", First(p => p.FileName = "a.png"), FaultCodes.InvalidParameter },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task Accept_RefusesAndStoresNothing_WhenARuleIsBroken(string rule, UploadPostParam param, int code)
    {
        await RefusedAsync(param, code);

        store.Deliveries.Should().BeEmpty(rule);
    }

    [Fact]
    public Task Accept_Refuses_WhenTheRoleMayNotUpload() => RefusedAsync(First(), FaultCodes.NoOperationPermission, user: 3);

    [Theory]
    [InlineData(null, null, "a.png", "Company47/a.png")]
    [InlineData(null, null, "x/y/a.png", "Company47/x/y/a.png")]
    [InlineData(null, null, "Company47/x/a.png", "Company47/x/a.png")]
    [InlineData("in", null, "x/a.png", "Company47/in/x/a.png")]
    [InlineData("Company47/in/", null, "Company47/x/a.png", "Company47/x/a.png")]
    [InlineData("/in/", null, "x\\a.png", "Company47/in/x/a.png")]
    [InlineData("in", "b.png", "x/a.tmp", "Company47/in/b.png")]
    [InlineData("in", null, "../a.png", "../a.png")]
    public async Task Accept_PlacesTheFile(string? destFolder, string? fileName, string sent, string path)
    {
        await AcceptAsync(First(p => (p.DestFolder, p.FileName) = (destFolder, fileName)), AFile(sent));

        store.Deliveries.Single().Files.Single().Path.Should().Be(path);
    }

    [Fact]
    public async Task Accept_Refuses_WhenOneFileNameIsForTwoFiles()
    {
        var act = () => AcceptAsync(First(p => p.FileName = "a.png"), AFile("1"), AFile("2"));

        (await act.Should().ThrowAsync<RuleViolationException>()).Which.Code.Should().Be(FaultCodes.InvalidParameter);
    }

    [Fact]
    public async Task HoldOpen_KeepsTheSessionFromBeingSilent_UntilTheRequestEnds()
    {
        var handle = await AcceptAsync(First());
        var hold = await sessions.HoldOpenAsync(Request(1, Home), Later(handle.ToString()), default);
        world.Time.Advance(TimeSpan.FromHours(2));
        var during = activity.IsQuietSince(1, world.Clock.UtcNow - UploadSessions.Silence);

        hold!.Dispose();
        var after = activity.IsQuietSince(1, world.Clock.UtcNow - UploadSessions.Silence);
        world.Time.Advance(UploadSessions.Silence);
        var later = activity.IsQuietSince(1, world.Clock.UtcNow - UploadSessions.Silence);

        (during, after, later).Should().Be((false, false, true));
    }

    [Fact]
    public async Task HoldOpen_HoldsNothing_WhenTheRequestIsInError()
    {
        var handle = await AcceptAsync(First());

        var hold = await sessions.HoldOpenAsync(Request(2, Home), Later(handle.ToString()), default);

        hold.Should().BeNull();
    }

    private static UploadPostParam First(Action<UploadPostParam>? change = null)
    {
        var param = new UploadPostParam
        {
            CompanyHandle = "c|47",
            JobName = "Spring photos",
            UploadParams = new UploadPostJob { Overwrite = true, ReadyForPublish = true, CreateMask = false, EmailSetting = EmailSettings.None },
        };
        change?.Invoke(param);
        return param;
    }

    private static UploadPostParam Later(string handle, Action<UploadPostParam>? change = null)
    {
        var param = new UploadPostParam { CompanyHandle = "c|47", JobHandle = handle };
        change?.Invoke(param);
        return param;
    }

    private static ReceivedFile AFile(string name) => new("post-1/1", name, 3, new byte[32]);

    private RequestContext Request(int user, string address) =>
        world.Request("uploadPost", world.Accounts.Accounts.Single(a => a.User.UserId == user)) with { ClientAddress = address };

    private Task<Core.Handles.JobHandle> AcceptAsync(UploadPostParam param, params ReceivedFile[] files) =>
        sessions.AcceptAsync(Request(1, Home), param, files, default);

    private Task<Core.Handles.JobHandle> AcceptAsync(UploadPostParam param, int user, string address) =>
        sessions.AcceptAsync(Request(user, address), param, [], default);

    private async Task<RuleViolationException> RefusedAsync(UploadPostParam param, int code, int user = 1, string address = Home)
    {
        var act = () => AcceptAsync(param, user, address);
        var fault = (await act.Should().ThrowAsync<RuleViolationException>()).Which;
        fault.Code.Should().Be(code);
        return fault;
    }
}
