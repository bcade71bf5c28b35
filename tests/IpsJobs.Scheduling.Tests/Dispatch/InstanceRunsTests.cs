using IpsJobs.Core.Jobs;
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

    private Task RunAsync(RunInstance run, CancellationToken shutdown = default) =>
        new InstanceRuns(run, mailbox, retries, NullLogger<InstanceRuns>.Instance).RunAsync(1, shutdown);

    private List<Letter> Letters()
    {
        List<Letter> letters = [];
        while (mailbox.TryRead(out var letter))
            letters.Add(letter);
        return letters;
    }
}
