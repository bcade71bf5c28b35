using IpsJobs.Core.Jobs;
using IpsJobs.Scheduling.Alarms;
using IpsJobs.Scheduling.Dispatch;
using IpsJobs.Scheduling.Tests.Fakes;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace IpsJobs.Scheduling.Tests.Alarms;

public sealed class TriggerFiringTests
{
    private readonly FakeTimeProvider time = new(Some.Start);
    private readonly Tables tables = new();
    private readonly FakeAlarmClock alarms = new();
    private readonly Mailbox mailbox = new();

    private DateTimeOffset RetryTime => time.GetUtcNow() + Some.Options().Value.RetryDelay;

    [Fact]
    public async Task Wake_StartsAndArmsTheNext_WhenItIsDue()
    {
        tables.Add(Some.Trigger(1, Some.Start));

        await WakeAsync();

        Started().Should().ContainSingle().Which.TriggerTimeUtc.Should().Be(Some.Start);
        tables.Triggers[1].NextFireUtc.Should().Be(Some.Start.AddMinutes(1));
        alarms.Alarms[1].Should().Be(Some.Start.AddMinutes(1));
    }

    [Fact]
    public async Task Wake_CatchesUpOnce_WhenManyFiresWereMissed()
    {
        tables.Add(Some.Trigger(1, Some.Start));
        time.Advance(TimeSpan.FromMinutes(90.5));

        await WakeAsync();

        Started().Should().ContainSingle().Which.TriggerTimeUtc.Should().Be(Some.Start);
        alarms.Alarms[1].Should().Be(Some.Start.AddMinutes(91));
    }

    [Fact]
    public async Task Wake_RemovesTheTrigger_WhenItFiresOnce()
    {
        tables.Add(Some.Trigger(1, Some.Start, schedule: null));

        await WakeAsync();

        Started().Should().ContainSingle();
        tables.Triggers.Should().BeEmpty();
        alarms.Alarms.Should().BeEmpty();
    }

    [Fact]
    public async Task Wake_OnlyArmsAnew_WhenTheTriggerHasMovedOn()
    {
        tables.Add(Some.Trigger(1, Some.Start.AddHours(1)));

        await WakeAsync();

        tables.Fires.Should().BeEmpty();
        alarms.Alarms[1].Should().Be(Some.Start.AddHours(1));
    }

    [Fact]
    public async Task Wake_Fires_WhenTheTimerIsAMomentEarly()
    {
        tables.Add(Some.Trigger(1, Some.Start.AddMilliseconds(2), schedule: "0 * * * * *"));

        await WakeAsync();

        Started().Should().ContainSingle();
    }

    [Theory]
    [InlineData(TriggerState.Paused)]
    [InlineData(TriggerState.Error)]
    public async Task Wake_DoesNothing_WhenTheTriggerMayNotFire(TriggerState state)
    {
        tables.Add(Some.Trigger(1, Some.Start, state: state));

        await WakeAsync();

        tables.Fires.Should().BeEmpty();
        alarms.Alarms.Should().BeEmpty();
    }

    [Fact]
    public async Task Wake_DoesNothing_WhenTheTriggerIsGone()
    {
        await WakeAsync();

        tables.Fires.Should().BeEmpty();
        alarms.Alarms.Should().BeEmpty();
    }

    [Fact]
    public async Task Wake_BlocksAndKeepsTheRhythm_WhenItsInstanceIsAlive()
    {
        tables.Add(Some.Trigger(1, Some.Start));
        tables.Add(Some.Instance(7, state: InstanceState.Running) with { TriggerId = 1 });

        await WakeAsync();

        Started().Should().BeEmpty();
        tables.Triggers[1].State.Should().Be(TriggerState.Blocked);
        alarms.Alarms[1].Should().Be(Some.Start.AddMinutes(1));
    }

    [Fact]
    public async Task Wake_WaitsForTheInstance_WhenTheBlockedTriggerStaysWhereItIs()
    {
        tables.Add(Some.Trigger(1, Some.Start, state: TriggerState.Blocked));

        await WakeAsync();

        Started().Should().BeEmpty();
        alarms.Alarms.Should().BeEmpty();
    }

    [Fact]
    public async Task Wake_ArmsTheNext_WhenTheStoreMovesABlockedTriggerOn()
    {
        tables.Add(Some.Trigger(1, Some.Start, state: TriggerState.Blocked));
        tables.MovesBlockedOn = true;

        await WakeAsync();

        Started().Should().BeEmpty();
        alarms.Alarms[1].Should().Be(Some.Start.AddMinutes(1));
    }

    [Fact]
    public async Task Wake_MovesToError_WhenTheScheduleCannotBeRead()
    {
        tables.Add(Some.Trigger(1, Some.Start, schedule: "61 * * * * *"));

        await WakeAsync();

        tables.Triggers[1].State.Should().Be(TriggerState.Error);
        tables.Triggers[1].NextFireUtc.Should().BeNull();
        Started().Should().BeEmpty();
    }

    [Fact]
    public async Task Wake_MovesToError_WhenTheInstanceCannotBeCreated()
    {
        tables.Add(Some.Trigger(1, Some.Start));
        tables.FireFailure = new InvalidOperationException("no");

        await WakeAsync();

        tables.Triggers[1].State.Should().Be(TriggerState.Error);
    }

    [Fact]
    public async Task Wake_TriesAgainLater_WhenNothingCanBeWritten()
    {
        tables.Add(Some.Trigger(1, Some.Start));
        tables.WriteFailure = new IOException("disk full");

        await WakeAsync();

        tables.Triggers[1].State.Should().Be(TriggerState.Normal);
        alarms.Alarms[1].Should().Be(RetryTime);
    }

    [Fact]
    public async Task Wake_TriesAgainLater_WhenTheTriggerCannotBeRead()
    {
        tables.ReadFailure = new IOException("disk");

        await WakeAsync();

        alarms.Alarms[1].Should().Be(RetryTime);
    }

    // 2026-03-29 in Paris: 02:30 does not exist and fires at 03:00 summer time. 2026-10-25: 02:30 comes twice and fires once.
    [Theory]
    [InlineData("2026-03-28T01:30:00Z", "2026-03-29T01:00:00Z")]
    [InlineData("2026-03-29T01:00:00Z", "2026-03-30T00:30:00Z")]
    [InlineData("2026-10-24T00:30:00Z", "2026-10-25T00:30:00Z")]
    [InlineData("2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z")]
    public async Task Wake_FollowsTheServersZone_WhenClocksChange(string planned, string next)
    {
        var due = DateTimeOffset.Parse(planned, System.Globalization.CultureInfo.InvariantCulture);
        time.Advance(due - Some.Start);
        tables.Add(Some.Trigger(1, due, schedule: "0 30 2 * * *"));

        await WakeAsync("Europe/Paris");

        alarms.Alarms[1].Should().Be(DateTimeOffset.Parse(next, System.Globalization.CultureInfo.InvariantCulture));
        tables.Triggers[1].NextFireUtc!.Value.Offset.Should().Be(TimeSpan.Zero);
    }

    [Fact]
    public async Task Arm_MovesToError_WhenTheTriggerHasNoNextFireTime()
    {
        tables.Add(Some.Trigger(1, next: null));

        await Alarms(Some.Clock(time)).ArmAsync(tables.Triggers[1], CancellationToken.None);

        tables.Triggers[1].State.Should().Be(TriggerState.Error);
    }

    [Fact]
    public async Task Arm_RemovesTheAlarm_WhenTheTriggerIsPaused()
    {
        alarms.Alarms[1] = Some.Start;

        await Alarms(Some.Clock(time)).ArmAsync(Some.Trigger(1, Some.Start, state: TriggerState.Paused), CancellationToken.None);

        alarms.Alarms.Should().BeEmpty();
    }

    private TriggerAlarms Alarms(Core.Configuration.ServerClock clock) =>
        new(alarms, tables, clock, Some.Options(), NullLogger<TriggerAlarms>.Instance);

    private Task WakeAsync(string zone = "UTC")
    {
        var clock = Some.Clock(time, zone);
        return new TriggerFiring(tables, tables, Alarms(clock), mailbox, clock, NullLogger<TriggerFiring>.Instance)
            .WakeAsync(1, CancellationToken.None);
    }

    private List<JobInstance> Started()
    {
        List<JobInstance> started = [];
        while (mailbox.TryRead(out var letter))
            started.Add(((Letter.Waits)letter).Instance);
        return started;
    }
}
