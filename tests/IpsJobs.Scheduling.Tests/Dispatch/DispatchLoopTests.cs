using IpsJobs.Core.Configuration;
using IpsJobs.Core.Jobs;
using IpsJobs.Scheduling.Dispatch;
using IpsJobs.Scheduling.Tests.Fakes;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace IpsJobs.Scheduling.Tests.Dispatch;

public sealed class DispatchLoopTests : IDisposable
{
    private readonly FakeTimeProvider time = new(Some.Start);
    private readonly Mailbox mailbox = new();
    private readonly FakeLauncher launcher = new();
    private readonly Tables tables = new();
    private readonly FakeAccounts accounts = new();
    private readonly StopSignals stops = new();
    private readonly WaitingMoves moves;
    private readonly RunRetries retries;
    private readonly DispatchLoop loop;

    public DispatchLoopTests()
    {
        moves = new WaitingMoves(tables, NullLogger<WaitingMoves>.Instance);
        retries = new RunRetries(mailbox, tables, Some.Clock(time), Some.Options(), NullLogger<RunRetries>.Instance);
        loop = new DispatchLoop(
            mailbox, launcher, moves, retries, accounts, tables, stops,
            Options.Create(new JobOptions { MaxRunning = 4 }), NullLogger<DispatchLoop>.Instance);
    }

    public void Dispose() => retries.Dispose();

    [Fact]
    public async Task Waits_LaunchesInOrder_WhenOneLaneHasAPlace()
    {
        await PostAsync(Wait(1), Wait(2), Wait(3));
        launcher.Launched.Should().Equal(1);

        await PostAsync(new Letter.Left(1));
        launcher.Launched.Should().Equal(1, 2);
    }

    [Fact]
    public async Task Waits_RunsOnce_WhenEnqueuedTwice()
    {
        await PostAsync(Wait(1), Wait(1));
        await PostAsync(Wait(1));

        launcher.Launched.Should().Equal(1);
    }

    [Fact]
    public async Task Waits_RunsTwoUploads_WhenTheCompanyAllowsTwo()
    {
        accounts.UploadLaneSize = 2;

        await PostAsync(Wait(1, Lanes.Upload(47)), Wait(2, Lanes.Upload(47)), Wait(3, Lanes.Upload(47)));

        launcher.Launched.Should().Equal(1, 2);
    }

    [Fact]
    public async Task Waits_RunsTwoExports_WhenThreeWait()
    {
        await PostAsync(Wait(1, Lanes.Export(47)), Wait(2, Lanes.Export(47)), Wait(3, Lanes.Export(47)));

        launcher.Launched.Should().Equal(1, 2);
    }

    [Fact]
    public async Task Waits_IsBoundByMaxRunningOnly_WhenThereIsNoLane()
    {
        await PostAsync(Wait(1, ""), Wait(2, ""), Wait(3, ""), Wait(4, ""), Wait(5, ""));

        launcher.Launched.Should().Equal(1, 2, 3, 4);
    }

    [Fact]
    public async Task Waits_ServesCompaniesInTurn_WhenNeitherHasALane()
    {
        await PostAsync(Wait(1, ""), Wait(2, ""), Wait(3, ""), Wait(4, ""), new Letter.Waits(Some.Instance(5, "", company: 48)));

        launcher.Launched.Should().Equal(1, 5, 2, 3);
    }

    [Fact]
    public async Task Waits_TakesOneAtATime_WhenTheCompanyCannotBeRead()
    {
        accounts.Failure = new IOException("disk");

        await PostAsync(Wait(1, Lanes.Upload(47)), Wait(2, Lanes.Upload(47)));

        launcher.Launched.Should().Equal(1);
    }

    [Fact]
    public async Task Waits_ShowsOnlyTheWaitingOnes_WhenTheLaneIsFull()
    {
        tables.Add(Some.Instance(1), Some.Instance(2));
        await PostAsync(Wait(1), Wait(2));

        using var stop = new CancellationTokenSource();
        var moving = moves.RunAsync(stop.Token);
        await Eventually.IsTrueAsync(() => tables.Instances[2].State == InstanceState.WaitingCoordinator);
        await stop.CancelAsync();
        await moving;

        tables.Instances[1].State.Should().Be(InstanceState.New);
    }

    [Fact]
    public async Task Waits_IgnoresTheInstance_WhenItHasEnded()
    {
        await PostAsync(new Letter.Waits(Some.Instance(1, state: InstanceState.Done)));

        launcher.Launched.Should().BeEmpty();
    }

    [Fact]
    public async Task Waits_RunsBesideTheLane_WhenStoppedBeforeItArrived()
    {
        stops.Raise(2);

        await PostAsync(Wait(1), Wait(2));

        launcher.Launched.Should().BeEquivalentTo([1L, 2L]);
    }

    [Fact]
    public async Task Left_LetsTheFollowOnWait_WhenOthersWereThereBefore()
    {
        await PostAsync(Wait(1), Wait(2));

        await PostAsync(new Letter.Left(1), Wait(3));
        await PostAsync(new Letter.Left(2));

        launcher.Launched.Should().Equal(1, 2, 3);
    }

    [Fact]
    public async Task Stop_LaunchesAtOnce_WhenTheInstanceWaits()
    {
        await PostAsync(Wait(1), Wait(2), Wait(3));

        await PostAsync(new Letter.Stop(3));

        launcher.Launched.Should().Equal(1, 3);
        await PostAsync(new Letter.Left(3));
        launcher.Launched.Should().Equal(1, 3);
    }

    [Fact]
    public async Task Stop_LaunchesNothing_WhenTheInstanceRuns()
    {
        await PostAsync(Wait(1));

        await PostAsync(new Letter.Stop(1));

        launcher.Launched.Should().Equal(1);
    }

    [Fact]
    public async Task Stop_EndsTheUpload_WhenItWaitsForItsClient()
    {
        tables.Add(Some.Instance(8, "", InstanceState.WaitingClient) with { StoppedBy = "a@example.com" });

        await PostAsync(new Letter.Stop(8));

        launcher.Launched.Should().Equal(8);
    }

    [Fact]
    public async Task Stop_LeavesTheUploadToItsOwnWorker_WhenARequestIsInProgress()
    {
        stops.Raise(8);
        tables.Add(Some.Instance(8, "", InstanceState.Running) with { StoppedBy = "a@example.com" });

        await PostAsync(new Letter.Stop(8));

        launcher.Launched.Should().BeEmpty();
        stops.IsRaised(8).Should().BeTrue();
    }

    [Fact]
    public async Task Stop_ForgetsTheSignal_WhenTheInstanceHasEnded()
    {
        stops.Raise(8);
        tables.Add(Some.Instance(8, state: InstanceState.Done));

        await PostAsync(new Letter.Stop(8));

        stops.IsRaised(8).Should().BeFalse();
    }

    [Fact]
    public async Task Found_StartsInterruptedOnesFirstInIdOrder_WhenFreshOnesAreOlder()
    {
        await PostAsync(new Letter.Found(
        [
            Some.Instance(1, "l1"),
            Some.Instance(2, "l2", InstanceState.WaitingCoordinator),
            Some.Instance(9, "l3", InstanceState.Stopping) with { StoppedBy = "a@example.com" },
            Some.Instance(8, "l1", InstanceState.Running),
            Some.Instance(7, "l4", InstanceState.Unknown),
            Some.Instance(3, "l5"),
        ]));

        launcher.Launched.Should().Equal(7, 8, 9, 2);
    }

    [Fact]
    public async Task Found_LeavesUploadsAlone_WhenTheyWaitForTheirClient()
    {
        await PostAsync(new Letter.Found([Some.Instance(1, "", InstanceState.WaitingClient)]));

        launcher.Launched.Should().BeEmpty();
    }

    [Fact]
    public async Task Waits_LaunchesAnUpload_WhenItsClientHasSentMore()
    {
        await PostAsync(new Letter.Waits(Some.Instance(1, "", InstanceState.WaitingClient)));

        launcher.Launched.Should().Equal(1);
    }

    [Fact]
    public async Task Waits_LaunchesAgain_WhenItCameWhileTheUploadWasLaidToRest()
    {
        var resting = Some.Instance(1, "", InstanceState.WaitingClient);
        tables.Add(resting);
        await PostAsync(Wait(1, ""));
        await PostAsync(new Letter.Waits(resting));
        launcher.Launched.Should().Equal(1);

        await PostAsync(new Letter.Left(1));
        launcher.Launched.Should().Equal(1, 1);
        await PostAsync(new Letter.Left(1));
        launcher.Launched.Should().Equal(1, 1);
    }

    [Fact]
    public async Task Stop_LaunchesAgain_WhenItCameWhileTheUploadWasLaidToRest()
    {
        await PostAsync(Wait(1, ""));
        tables.Add(Some.Instance(1, "", InstanceState.WaitingClient) with { StoppedBy = "a@example.com" });
        await PostAsync(new Letter.Stop(1));

        await PostAsync(new Letter.Left(1));

        launcher.Launched.Should().Equal(1, 1);
    }

    [Fact]
    public async Task Left_ForgetsTheJob_WhenItEndedAlthoughItWasCalled()
    {
        tables.Add(Some.Instance(1, "", InstanceState.Done));
        await PostAsync(Wait(1, ""));
        await PostAsync(new Letter.Stop(1), new Letter.Left(1));

        launcher.Launched.Should().Equal(1);
    }

    [Fact]
    public async Task Found_EndsStoppedOnesAtOnce_WhenTheyNeverRan()
    {
        await PostAsync(new Letter.Found(
        [
            Some.Instance(1, state: InstanceState.Running),
            Some.Instance(2, state: InstanceState.WaitingCoordinator) with { StoppedBy = "a@example.com" },
        ]));

        launcher.Launched.Should().Equal(1, 2);
    }

    [Fact]
    public async Task Waits_IsOfferedAgain_WhenNoWorkerTookIt()
    {
        tables.Add(Some.Instance(1));
        launcher.Refuses = true;
        await PostAsync(Wait(1), Wait(2));
        launcher.Refuses = false;

        time.Advance(Some.Options().Value.RetryDelay);
        await Eventually.IsTrueAsync(async () =>
        {
            await loop.TurnAsync(CancellationToken.None);
            return launcher.Launched.Contains(1);
        });
    }

    private static Letter.Waits Wait(long id, string lane = Some.Lane) => new(Some.Instance(id, lane));

    private async Task PostAsync(params Letter[] letters)
    {
        foreach (var letter in letters)
            mailbox.Post(letter);
        await loop.TurnAsync(CancellationToken.None);
    }
}
