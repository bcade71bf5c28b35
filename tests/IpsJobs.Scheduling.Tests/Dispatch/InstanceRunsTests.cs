using IpsJobs.Core.Jobs;
using IpsJobs.Scheduling.Alarms;
using IpsJobs.Scheduling.Dispatch;
using IpsJobs.Scheduling.Tests.Fakes;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace IpsJobs.Scheduling.Tests.Dispatch;

public sealed class InstanceRunsTests : IDisposable
{
    private readonly FakeTimeProvider time = new(Some.Start);
    private readonly Mailbox mailbox = new();
    private readonly Tables tables = new();
    private readonly FakeAlarmClock alarms = new();
    private readonly RunRetries retries;

    public InstanceRunsTests() =>
        retries = new RunRetries(mailbox, tables, Some.Clock(time), Some.Options(), NullLogger<RunRetries>.Instance);

    public void Dispose() => retries.Dispose();

    [Fact]
    public async Task Run_GivesThePlaceBackFirst_WhenTheEndSetOthersFree()
    {
        var freed = new InstanceEndResult(FollowOn: Some.Instance(5), PendingFire: Some.Instance(6));

        await RunAsync((_, _) => Task.FromResult<InstanceEndResult?>(freed));

        Letters().Should().Equal(new Letter.Left(1), new Letter.Waits(freed.FollowOn!), new Letter.Waits(freed.PendingFire!));
    }

    [Fact]
    public async Task Run_ArmsTheTriggerAnew_WhenTheEndUnblockedIt()
    {
        tables.Add(Some.Trigger(3, Some.Start.AddMinutes(1)));
        var freed = new InstanceEndResult(FollowOn: null, PendingFire: Some.Instance(6) with { TriggerId = 3 });

        await RunAsync((_, _) => Task.FromResult<InstanceEndResult?>(freed));

        alarms.Alarms[3].Should().Be(Some.Start.AddMinutes(1));
    }

    [Fact]
    public async Task Run_GivesThePlaceBack_WhenTheInstanceHadEnded()
    {
        await RunAsync((_, _) => throw new StateConflictException("instance 1", "Running", "Done"));
        time.Advance(TimeSpan.FromHours(1));

        Letters().Should().Equal(new Letter.Left(1));
    }

    [Fact]
    public async Task Run_GivesThePlaceBack_WhenTheServiceStops()
    {
        using var shutdown = new CancellationTokenSource();
        await shutdown.CancelAsync();

        await RunAsync((_, token) => Task.FromCanceled<InstanceEndResult?>(token), shutdown.Token);

        Letters().Should().Equal(new Letter.Left(1));
    }

    [Fact]
    public async Task Run_TriesAgainLater_WhenItFails()
    {
        tables.Add(Some.Instance(1, state: InstanceState.Running));

        await RunAsync((_, _) => throw new IOException("disk full"));
        Letters().Should().Equal(new Letter.Left(1));
        time.Advance(Some.Options().Value.RetryDelay);

        await Eventually.IsTrueAsync(() => Letters().OfType<Letter.Waits>().Any(w => w.Instance.InstanceId == 1));
    }

    [Fact]
    public async Task Later_KeepsTrying_WhenTheStoreCannotBeRead()
    {
        tables.Add(Some.Instance(1));
        tables.ReadFailure = new IOException("disk");
        retries.Later(1);
        time.Advance(Some.Options().Value.RetryDelay);
        tables.ReadFailure = null;

        await Eventually.IsTrueAsync(() =>
        {
            time.Advance(Some.Options().Value.MaxRetryDelay);
            return Letters().OfType<Letter.Waits>().Any();
        });
    }

    [Fact]
    public async Task Later_WaitsLonger_WhenItFailsAgain()
    {
        tables.Add(Some.Instance(1));
        var delay = Some.Options().Value.RetryDelay;
        retries.Later(1);
        time.Advance(delay);
        await Eventually.IsTrueAsync(() => Letters().Count > 0);

        retries.Later(1);
        time.Advance(delay);
        Letters().Should().BeEmpty();
        time.Advance(delay);
        await Eventually.IsTrueAsync(() => Letters().Count > 0);
    }

    private Task RunAsync(RunInstance run, CancellationToken shutdown = default)
    {
        var clock = Some.Clock(time);
        var arms = new TriggerAlarms(alarms, tables, clock, Some.Options(), NullLogger<TriggerAlarms>.Instance);
        var firing = new TriggerFiring(tables, tables, arms, mailbox, clock, NullLogger<TriggerFiring>.Instance);
        return new InstanceRuns(run, mailbox, retries, firing, NullLogger<InstanceRuns>.Instance).RunAsync(1, shutdown);
    }

    private List<Letter> Letters()
    {
        List<Letter> letters = [];
        while (mailbox.TryRead(out var letter))
            letters.Add(letter);
        return letters;
    }
}
