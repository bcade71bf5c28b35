using IpsJobs.Core.Constants;
using IpsJobs.Core.Faults;
using IpsJobs.Core.Jobs;
using Microsoft.EntityFrameworkCore;

namespace IpsJobs.Storage.Tests.Writing;

/// <summary>Triggers: creation, fires, blocking, moves, removal.</summary>
public abstract class TriggerSuite : StoreTest
{
    private static readonly DateTimeOffset First = new(2024, 5, 6, 10, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Second = First.AddDays(1);
    private static readonly DateTimeOffset Third = First.AddDays(2);

    [Fact]
    public async Task AddTrigger_StoresEverything_WhenReadBack()
    {
        var added = await Jobs.AddTriggerAsync(AJob.Trigger(schedule: "0 0 12 * * ? "), None);

        added.Should().BeEquivalentTo(
            new { State = TriggerState.Normal, ExecSchedule = "0 0 12 * * ? ", NextFireUtc = First, CreatedUtc = Now });
        (await Queries.FindTriggerAsync(added.TriggerId, None)).Should().BeEquivalentTo(added);
        (await Queries.FindTriggerAsync(47, "My job", None)).Should().BeEquivalentTo(added);
        (await Queries.FindTriggerAsync(47, "my job", None)).Should().BeNull();
        (await Queries.FindTriggerAsync(48, "My job", None)).Should().BeNull();
    }

    [Fact]
    public async Task AddTrigger_IsRefused_WhenTheCompanyHasOneOfThatName()
    {
        await Jobs.AddTriggerAsync(AJob.Trigger(), None);
        await Jobs.AddTriggerAsync(AJob.Trigger(companyId: 48), None);
        await Jobs.AddTriggerAsync(AJob.Trigger(name: "MY JOB"), None);

        var act = () => Jobs.AddTriggerAsync(AJob.Trigger(), None);

        var refused = (await act.Should().ThrowAsync<RuleViolationException>()).Which;
        refused.Code.Should().Be(FaultCodes.Exception);
        refused.Reason.Key.Should().Be("Fault.ScheduledNameTaken");
    }

    [Fact]
    public async Task FireTrigger_StartsAndAdvances_WhenRecurring()
    {
        var trigger = await Jobs.AddTriggerAsync(AJob.Trigger(), None);

        var fired = await Jobs.FireTriggerAsync(new TriggerFire(trigger.TriggerId, First, Second), None);

        fired.Trigger.Should().BeEquivalentTo(trigger with { NextFireUtc = Second });
        fired.Started.Should().BeEquivalentTo(new { TriggerId = trigger.TriggerId, TriggerTimeUtc = First, State = InstanceState.New });
        (await Queries.FindInstanceAsync(fired.Started!.InstanceId, None))!.Definition.Should().BeEquivalentTo(trigger.Definition);
        (await Queries.FindTriggerAsync(trigger.TriggerId, None)).Should().BeEquivalentTo(fired.Trigger);
    }

    [Fact]
    public async Task FireTrigger_StartsAndRemoves_WhenOneTime()
    {
        var trigger = await Jobs.AddTriggerAsync(AJob.Trigger(schedule: null), None);

        var fired = await Jobs.FireTriggerAsync(new TriggerFire(trigger.TriggerId, First, NextFireUtc: null), None);

        fired.Trigger.Should().BeNull();
        (await Queries.FindTriggerAsync(trigger.TriggerId, None)).Should().BeNull();
        (await Queries.FindInstanceAsync(fired.Started!.InstanceId, None))!.Definition.BlockXml
            .Should().Equal(trigger.Definition.BlockXml, "the instance still needs the block it shared with the trigger");
        await using var db = Tables();
        (await db.TriggerHistory.OrderBy(h => h.HistoryId).LastAsync()).Should()
            .BeEquivalentTo(new { FromState = TriggerState.Normal, ToState = TriggerState.Complete });
    }

    [Fact]
    public async Task FireTrigger_DoesNothing_WhenGonePausedOrMovedOn()
    {
        var trigger = await Jobs.AddTriggerAsync(AJob.Trigger(), None);

        var gone = await Jobs.FireTriggerAsync(new TriggerFire(999, First, Second), None);
        var movedOn = await Jobs.FireTriggerAsync(new TriggerFire(trigger.TriggerId, Second, Third), None);
        await Jobs.MoveTriggerAsync(trigger.TriggerId, TriggerState.Normal, TriggerState.Paused, First, None);
        var paused = await Jobs.FireTriggerAsync(new TriggerFire(trigger.TriggerId, First, Second), None);

        gone.Should().Be(new TriggerFireResult(Started: null, Trigger: null));
        movedOn.Started.Should().BeNull();
        movedOn.Trigger!.NextFireUtc.Should().Be(First);
        paused.Started.Should().BeNull();
        paused.Trigger!.State.Should().Be(TriggerState.Paused);
        (await Recovery.ListLiveAsync(None)).Should().BeEmpty();
    }

    [Fact]
    public async Task FireTrigger_StartsOnce_WhenTheSameFireComesTwice()
    {
        var trigger = await Jobs.AddTriggerAsync(AJob.Trigger(), None);
        var fire = new TriggerFire(trigger.TriggerId, First, Second);

        var results = await Task.WhenAll(Jobs.FireTriggerAsync(fire, None), Jobs.FireTriggerAsync(fire, None));

        results.Count(r => r.Started is not null).Should().Be(1);
        (await Recovery.ListLiveAsync(None)).Should().ContainSingle();
    }

    [Fact]
    public async Task FireTrigger_Blocks_WhenItsOwnInstanceIsAlive()
    {
        var (trigger, _) = await FiredAsync();

        var blocked = await Jobs.FireTriggerAsync(new TriggerFire(trigger.TriggerId, Second, Third), None);
        var dropped = await Jobs.FireTriggerAsync(new TriggerFire(trigger.TriggerId, Third, Third.AddDays(1)), None);

        blocked.Started.Should().BeNull();
        blocked.Trigger.Should().BeEquivalentTo(new { State = TriggerState.Blocked, NextFireUtc = Third });
        dropped.Started.Should().BeNull();
        dropped.Trigger.Should().BeEquivalentTo(blocked.Trigger);
    }

    [Fact]
    public async Task EndInstance_RunsThePendingFire_WhenItBlockedItsTrigger()
    {
        var (trigger, started) = await FiredAsync();
        Time.SetUtcNow(Second);
        await Jobs.FireTriggerAsync(new TriggerFire(trigger.TriggerId, Second, Third), None);

        var ended = await Jobs.EndInstanceAsync(AJob.End(started.InstanceId), None);

        ended.PendingFire.Should().BeEquivalentTo(new { TriggerId = trigger.TriggerId, TriggerTimeUtc = Second, State = InstanceState.New });
        (await Queries.FindTriggerAsync(trigger.TriggerId, None)).Should()
            .BeEquivalentTo(new { State = TriggerState.Normal, NextFireUtc = Third });
        (await Queries.FindInstanceAsync(ended.PendingFire!.InstanceId, None)).Should().BeEquivalentTo(ended.PendingFire);
    }

    [Fact]
    public async Task EndInstance_DropsFurtherFires_WhenItBlockedItsTriggerForDays()
    {
        var (trigger, started) = await FiredAsync();
        await Jobs.FireTriggerAsync(new TriggerFire(trigger.TriggerId, Second, Third), None);
        Time.SetUtcNow(First.AddDays(5).AddHours(1));

        await Jobs.EndInstanceAsync(AJob.End(started.InstanceId), None);

        (await Queries.FindTriggerAsync(trigger.TriggerId, None)).Should()
            .BeEquivalentTo(new { State = TriggerState.Normal, NextFireUtc = First.AddDays(6) });
    }

    [Fact]
    public async Task EndInstance_LeavesTheTriggerBlocked_WhenAnotherInstanceOfItIsAlive()
    {
        var (trigger, started) = await FiredAsync();
        var other = await Jobs.AddInstanceAsync(AJob.New() with { TriggerId = trigger.TriggerId }, None);
        await Jobs.FireTriggerAsync(new TriggerFire(trigger.TriggerId, Second, Third), None);

        var first = await Jobs.EndInstanceAsync(AJob.End(started.InstanceId), None);
        var last = await Jobs.EndInstanceAsync(AJob.End(other.InstanceId), None);

        first.PendingFire.Should().BeNull();
        last.PendingFire.Should().NotBeNull();
    }

    [Fact]
    public async Task EndInstance_RemovesTheTrigger_WhenThePendingFireWasTheLast()
    {
        var trigger = await Jobs.AddTriggerAsync(AJob.Trigger(schedule: null), None);
        var running = await Jobs.AddInstanceAsync(AJob.New() with { TriggerId = trigger.TriggerId }, None);
        var blocked = await Jobs.FireTriggerAsync(new TriggerFire(trigger.TriggerId, First, NextFireUtc: null), None);

        var ended = await Jobs.EndInstanceAsync(AJob.End(running.InstanceId), None);

        blocked.Trigger.Should().BeEquivalentTo(new { State = TriggerState.Blocked, NextFireUtc = First });
        ended.PendingFire.Should().NotBeNull();
        (await Queries.FindTriggerAsync(trigger.TriggerId, None)).Should().BeNull();
    }

    [Fact]
    public async Task EndInstance_StartsNothing_WhenTheBlockedTriggerWasPaused()
    {
        var (trigger, started) = await FiredAsync();
        await Jobs.FireTriggerAsync(new TriggerFire(trigger.TriggerId, Second, Third), None);
        await Jobs.MoveTriggerAsync(trigger.TriggerId, TriggerState.Blocked, TriggerState.Paused, Third, None);

        var ended = await Jobs.EndInstanceAsync(AJob.End(started.InstanceId), None);

        ended.PendingFire.Should().BeNull();
        (await Queries.FindTriggerAsync(trigger.TriggerId, None))!.State.Should().Be(TriggerState.Paused);
    }

    [Fact]
    public async Task MoveTrigger_ChangesStateAndTime_WhenTheStateIsAsExpected()
    {
        var trigger = await Jobs.AddTriggerAsync(AJob.Trigger(), None);

        var moved = await Jobs.MoveTriggerAsync(trigger.TriggerId, TriggerState.Normal, TriggerState.Error, nextFireUtc: null, None);

        moved.Should().BeEquivalentTo(trigger with { State = TriggerState.Error, NextFireUtc = null });
        (await Queries.FindTriggerAsync(trigger.TriggerId, None)).Should().BeEquivalentTo(moved);
    }

    [Fact]
    public async Task MoveTrigger_Throws_WhenTheStateIsAnotherOrTheTriggerIsGone()
    {
        var trigger = await Jobs.AddTriggerAsync(AJob.Trigger(), None);

        var wrong = () => Jobs.MoveTriggerAsync(trigger.TriggerId, TriggerState.Paused, TriggerState.Normal, First, None);
        var illegal = () => Jobs.MoveTriggerAsync(trigger.TriggerId, TriggerState.Normal, TriggerState.Complete, First, None);
        var gone = () => Jobs.MoveTriggerAsync(999, TriggerState.Normal, TriggerState.Paused, First, None);

        (await wrong.Should().ThrowAsync<StateConflictException>()).Which.Should()
            .BeEquivalentTo(new { Expected = "Paused", Actual = "Normal" }, o => o.ExcludingMissingMembers());
        await illegal.Should().ThrowAsync<StateConflictException>();
        (await gone.Should().ThrowAsync<StateConflictException>()).Which.Actual.Should().Be("gone");
    }

    [Fact]
    public async Task DeleteTrigger_LeavesItsInstances_WhenTheyAreAlive()
    {
        var (trigger, started) = await FiredAsync();

        await Jobs.DeleteTriggerAsync(trigger.TriggerId, None);

        (await Queries.FindTriggerAsync(trigger.TriggerId, None)).Should().BeNull();
        (await Queries.FindInstanceAsync(started.InstanceId, None)).Should().BeEquivalentTo(started);
        await ((Func<Task>)(() => Jobs.DeleteTriggerAsync(trigger.TriggerId, None))).Should().ThrowAsync<StateConflictException>();
        (await Jobs.AddTriggerAsync(AJob.Trigger(), None)).TriggerId.Should().BeGreaterThan(trigger.TriggerId);
    }

    [Fact]
    public async Task DeleteTrigger_RemovesTheBlock_WhenNothingElseUsesIt()
    {
        var trigger = await Jobs.AddTriggerAsync(AJob.Trigger(), None);

        await Jobs.DeleteTriggerAsync(trigger.TriggerId, None);

        await using var db = Tables();
        (await db.JobBlocks.CountAsync()).Should().Be(0);
    }

    private async Task<(JobTrigger Trigger, JobInstance Started)> FiredAsync()
    {
        var trigger = await Jobs.AddTriggerAsync(AJob.Trigger(), None);
        var fired = await Jobs.FireTriggerAsync(new TriggerFire(trigger.TriggerId, First, Second), None);
        return (fired.Trigger!, fired.Started!);
    }
}
