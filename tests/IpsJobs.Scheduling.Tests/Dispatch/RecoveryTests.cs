using IpsJobs.Core.Jobs;
using IpsJobs.Scheduling.Alarms;
using IpsJobs.Scheduling.Dispatch;
using IpsJobs.Scheduling.Tests.Fakes;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace IpsJobs.Scheduling.Tests.Dispatch;

public sealed class RecoveryTests
{
    private readonly FakeTimeProvider time = new(Some.Start);
    private readonly Tables tables = new();
    private readonly FakeAlarmClock alarms = new();
    private readonly Mailbox mailbox = new();

    [Fact]
    public async Task Rebuild_PostsWhatIsAlive_WhenSomeHaveEnded()
    {
        tables.Add(Some.Instance(1), Some.Instance(2, state: InstanceState.Done), Some.Instance(3, state: InstanceState.Running));

        await RebuildAsync();

        mailbox.TryRead(out var letter).Should().BeTrue();
        ((Letter.Found)letter).Live.Select(i => i.InstanceId).Should().Equal(1, 3);
    }

    [Fact]
    public async Task Rebuild_SetsAlarms_WhenTriggersCanFire()
    {
        tables.Add(
            Some.Trigger(1, Some.Start.AddHours(1)),
            Some.Trigger(2, Some.Start.AddHours(-5)),
            Some.Trigger(3, Some.Start.AddHours(1), state: TriggerState.Paused),
            Some.Trigger(4, next: null, state: TriggerState.Error));

        await RebuildAsync();

        alarms.Alarms.Should().BeEquivalentTo(new Dictionary<long, DateTimeOffset>
        {
            [1] = Some.Start.AddHours(1),
            [2] = Some.Start.AddHours(-5),
        });
    }

    [Fact]
    public async Task Rebuild_FiresTheBlockedTrigger_WhenItsInstanceIsGone()
    {
        tables.Add(Some.Trigger(1, Some.Start.AddHours(1), state: TriggerState.Blocked));

        await RebuildAsync();

        tables.Triggers[1].State.Should().Be(TriggerState.Normal);
        alarms.Alarms[1].Should().Be(Some.Start);
    }

    [Fact]
    public async Task Rebuild_KeepsTheTriggerBlocked_WhenItsInstanceIsAlive()
    {
        tables.Add(Some.Trigger(1, Some.Start.AddHours(1), state: TriggerState.Blocked));
        tables.Add(Some.Instance(7, state: InstanceState.Running) with { TriggerId = 1 });

        await RebuildAsync();

        tables.Triggers[1].State.Should().Be(TriggerState.Blocked);
        alarms.Alarms[1].Should().Be(Some.Start.AddHours(1));
    }

    private Task RebuildAsync()
    {
        var clock = Some.Clock(time);
        var arms = new TriggerAlarms(alarms, tables, clock, Some.Options(), NullLogger<TriggerAlarms>.Instance);
        return new Recovery(tables, tables, mailbox, arms, clock, NullLogger<Recovery>.Instance).RebuildAsync(CancellationToken.None);
    }
}
