using IpsJobs.Contracts;
using IpsJobs.Core.Accounts;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Faults;
using IpsJobs.Core.Jobs;
using IpsJobs.Testing.Accounts;

namespace IpsJobs.Core.Tests.Jobs;

public sealed class JobControlTests : IDisposable
{
    private const string Scheduled = "j|47|My Test Job||";
    private readonly JobWorld world = new();

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task Pause_DisarmsTheTrigger_WhenItIsScheduled()
    {
        await SubmitAsync(schedule: "0 0 2 * * ?");

        await world.Control.PauseAsync(world.Request("pauseJob"), "c|47", Scheduled, default);
        await world.Control.PauseAsync(world.Request("pauseJob"), "c|47", Scheduled, default);

        world.Store.Triggers.Should().ContainSingle().Which.State.Should().Be(TriggerState.Paused);
        world.Dispatcher.Disarmed.Should().ContainSingle();
    }

    [Fact]
    public async Task Resume_ComputesTheNextFireFromNow_WhenFiresWereMissed()
    {
        await SubmitAsync(schedule: "0 0 2 * * ?");
        await world.Control.PauseAsync(world.Request("pauseJob"), "c|47", Scheduled, default);
        world.Time.Advance(TimeSpan.FromDays(3));

        await world.Control.ResumeAsync(world.Request("resumeJob"), "c|47", Scheduled, default);

        var trigger = world.Store.Triggers.Should().ContainSingle().Subject;
        trigger.State.Should().Be(TriggerState.Normal);
        trigger.NextFireUtc.Should().Be(new DateTimeOffset(2026, 5, 5, 0, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task Execute_StartsAnInstanceAndKeepsTheTrigger_WhenItRecurs()
    {
        await SubmitAsync(schedule: "0 0 2 * * ?");

        await world.Control.ExecuteAsync(world.Request("executeJob"), "c|47", Scheduled, default);

        world.Dispatcher.Enqueued.Should().ContainSingle().Which.TriggerId.Should().Be(world.Store.Triggers[0].TriggerId);
    }

    [Fact]
    public async Task Execute_RemovesTheTrigger_WhenItFiresOnce()
    {
        await SubmitAsync(at: new DateTime(2027, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        await world.Control.ExecuteAsync(world.Request("executeJob"), "c|47", Scheduled, default);

        world.Store.Triggers.Should().BeEmpty();
        world.Dispatcher.Enqueued.Should().ContainSingle();
    }

    [Fact]
    public async Task Stop_ReachesEveryLiveInstance_WhenTheHandleIsScheduled()
    {
        await SubmitAsync();
        await SubmitAsync();

        await world.Control.StopAsync(world.Request("stopJob"), "c|47", Scheduled, default);

        world.Dispatcher.Stopped.Should().BeEquivalentTo(world.Store.Instances.Select(i => i.InstanceId));
        world.Store.Instances.Should().OnlyContain(i => i.StoppedBy == "user1@example.com");
    }

    [Fact]
    public async Task Delete_RemovesTheTriggerAndKeepsInstances_WhenItIsScheduled()
    {
        await SubmitAsync(schedule: "0 0 2 * * ?");
        await world.Control.ExecuteAsync(world.Request("executeJob"), "c|47", Scheduled, default);

        await world.Control.DeleteAsync(world.Request("deleteJob"), "c|47", Scheduled, default);

        world.Store.Triggers.Should().BeEmpty();
        world.Store.Instances.Should().ContainSingle().Which.StoppedBy.Should().BeNull();
    }

    public static TheoryData<string, string?, int> Refused => new()
    {
        { "stopJob", null, 30002 },
        { "stopJob", "nonsense||||||", 30001 },
        { "stopJob", "j|47|Nothing||", 30001 },
        { "pauseJob", "j|47|Nothing||", 30001 },
        { "pauseJob", "j|47|Once done||", 30001 },
        { "resumeJob", "j|47|Alive||", 30001 },
        { "executeJob", "j|47|Alive||", 30001 },
        { "deleteJob", "j|47|Once done||", 30001 },
        { "deleteJob", "j|48|Alive||", 20006 },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Operation_IsRefused_WhenItDoesNotFitTheHandle(string operation, string? handle, int code)
    {
        await SubmitAsync("Alive");
        await SubmitAsync("Once done");
        world.Store.Put(world.Store.Instances[1] with { State = InstanceState.Done });

        var act = () => CallAsync(operation, handle, world.Caller);

        (await act.Should().ThrowAsync<RuleViolationException>()).Which.Code.Should().Be(code);
    }

    [Fact]
    public async Task Stop_IsNoError_WhenTheJobHasEnded()
    {
        await SubmitAsync();
        world.Store.Put(world.Store.Instances[0] with { State = InstanceState.Done });

        await CallAsync("stopJob", Scheduled, world.Caller);

        world.Dispatcher.Stopped.Should().BeEmpty();
    }

    [Fact]
    public async Task Stop_Answers20005_WhenAContributorTouchesSomebodyElsesJob()
    {
        await SubmitAsync();

        var act = () => CallAsync("stopJob", Scheduled, AnAccount.Of(3, UserRoles.ImagePortalContrib));

        (await act.Should().ThrowAsync<RuleViolationException>()).Which.Code.Should().Be(20005);
    }

    private Task CallAsync(string operation, string? handle, Account caller)
    {
        var request = world.Request(operation, caller);
        return operation switch
        {
            "stopJob" => world.Control.StopAsync(request, "c|47", handle, default),
            "pauseJob" => world.Control.PauseAsync(request, "c|47", handle, default),
            "resumeJob" => world.Control.ResumeAsync(request, "c|47", handle, default),
            "executeJob" => world.Control.ExecuteAsync(request, "c|47", handle, default),
            _ => world.Control.DeleteAsync(request, "c|47", handle, default),
        };
    }

    private Task<Core.Handles.JobHandle> SubmitAsync(string name = "My Test Job", string? schedule = null, DateTime? at = null)
    {
        var param = JobWorld.AParam(name);
        (param.ExecSchedule, param.ExecTime) = (schedule, at);
        return world.Submission.SubmitAsync(world.Request(), param, default);
    }
}
