using IpsJobs.Contracts;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Faults;
using IpsJobs.Core.Handles;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Tests.Jobs;

namespace IpsJobs.Core.Tests.Submission;

public sealed class JobSubmissionTests : IDisposable
{
    private readonly JobWorld world = new();

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task Submit_StoresAndDispatches_WhenTheJobRunsNow()
    {
        var handle = await SubmitAsync(JobWorld.AParam(" My Test Job "));

        handle.ToString(HandleForm.D0).Should().Be("47|My Test Job|");
        var stored = world.Store.Instances.Should().ContainSingle().Subject;
        stored.Definition.JobType.Should().Be(JobTypes.ImageServingPublish);
        stored.Definition.JobSubType.Should().Be(JobSubTypes.Full);
        stored.Definition.RequestLocale.Should().Be("fr-FR");
        world.Dispatcher.Enqueued.Should().ContainSingle().Which.InstanceId.Should().Be(stored.InstanceId);
        world.Store.Triggers.Should().BeEmpty();
    }

    [Fact]
    public async Task Submit_ArmsATrigger_WhenExecTimeIsInTheServersFuture()
    {
        // 15:00 on the server's wall clock in Paris is 13:00 UTC, an hour from now.
        var param = JobWorld.AParam();
        param.ExecTime = new DateTime(2026, 5, 1, 15, 0, 0, DateTimeKind.Unspecified);

        await SubmitAsync(param);

        var trigger = world.Dispatcher.Armed.Should().ContainSingle().Subject;
        trigger.NextFireUtc.Should().Be(new DateTimeOffset(2026, 5, 1, 13, 0, 0, TimeSpan.Zero));
        trigger.ExecSchedule.Should().BeNull();
        world.Store.Instances.Should().BeEmpty();
    }

    [Fact]
    public async Task Submit_RunsAtOnce_WhenExecTimeHasPassed()
    {
        var param = JobWorld.AParam();
        param.ExecTime = new DateTime(2026, 5, 1, 12, 0, 0, DateTimeKind.Utc);

        await SubmitAsync(param);

        world.Dispatcher.Enqueued.Should().ContainSingle();
    }

    [Fact]
    public async Task Submit_KeepsTheScheduleAsGiven_WhenTheJobRecurs()
    {
        var param = JobWorld.AParam();
        param.ExecSchedule = "00 00 00 * * ";

        await SubmitAsync(param);

        var trigger = world.Dispatcher.Armed.Should().ContainSingle().Subject;
        trigger.ExecSchedule.Should().Be("00 00 00 * * ");
        trigger.NextFireUtc.Should().Be(new DateTimeOffset(2026, 5, 1, 22, 0, 0, TimeSpan.Zero));
    }

    public static TheoryData<string, Action<SubmitJobParam>, int> Refused => new()
    {
        { "no name", p => p.JobName = " ", 30002 },
        { "bar in the name", p => p.JobName = "a|b", 30001 },
        { "201 characters", p => p.JobName = new string('a', 201), 30001 },
        { "control character", p => p.JobName = "a\u0001b", 30001 },
        { "locale of three letters", p => p.Locale = "eng", 30001 },
        { "lower-case country", p => p.Locale = "en-us", 30001 },
        { "two blocks", p => p.VideoPublishJob = new VideoPublishJob(), 30001 },
        { "no block", p => p.ImageServingPublishJob = null, 30002 },
        { "both times", p => (p.ExecTime, p.ExecSchedule) = (new DateTime(2099, 1, 1, 0, 0, 0, DateTimeKind.Utc), "0 0 2 * * ?"), 30001 },
        { "unreadable schedule", p => p.ExecSchedule = "tomorrow", 30001 },
        { "never fires", p => p.ExecSchedule = "0 0 0 30 2 ?", 30001 },
        { "every second", p => p.ExecSchedule = "* * * * * ?", 30001 },
        { "unknown company", p => p.CompanyHandle = "c|99", 20000 },
        { "unknown user", p => p.UserHandle = "u|9|x@example.com", 20001 },
        { "somebody else", p => p.UserHandle = "u|2|user2@example.com", 20004 },
        { "type the server lacks", p => (p.ImageServingPublishJob, p.ExportJob) = (null, new ExportJob()), 30000 },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Submit_StoresNothing_WhenARuleIsBroken(string rule, Action<SubmitJobParam> spoil, int code)
    {
        var param = JobWorld.AParam();
        spoil(param);

        var act = () => SubmitAsync(param);

        (await act.Should().ThrowAsync<RuleViolationException>(rule)).Which.Code.Should().Be(code, rule);
        world.Store.Instances.Should().BeEmpty(rule);
        world.Store.Triggers.Should().BeEmpty(rule);
        world.Dispatcher.Enqueued.Should().BeEmpty(rule);
    }

    [Fact]
    public async Task Submit_IsRefused_WhenTheLaneIsFull()
    {
        world.JobOptions.MaxWaitingPerLane = 1;
        await SubmitAsync(JobWorld.AParam());

        var act = () => SubmitAsync(JobWorld.AParam());

        (await act.Should().ThrowAsync<RuleViolationException>()).Which.Code.Should().Be(30000);
    }

    private Task<JobHandle> SubmitAsync(SubmitJobParam param) => world.Submission.SubmitAsync(world.Request(), param, default);
}
