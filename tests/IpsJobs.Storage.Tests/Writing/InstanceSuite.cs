using IpsJobs.Core.Constants;
using IpsJobs.Core.Handles;
using IpsJobs.Core.Jobs;
using Microsoft.EntityFrameworkCore;

namespace IpsJobs.Storage.Tests.Writing;

/// <summary>Instances: creation, names, moves, start, stop.</summary>
public abstract class InstanceSuite : StoreTest
{
    [Fact]
    public async Task AddInstance_StoresEverything_WhenReadBackById()
    {
        var added = await Jobs.AddInstanceAsync(
            AJob.New() with { InitiatingJobName = "cause_1", TriggerId = 5, NamePrefix = "Pub_" }, None);

        var read = await Queries.FindInstanceAsync(added.InstanceId, None);

        read.Should().BeEquivalentTo(added);
        added.InstanceName.Should().Be("Pub_My job_2024-05-06-09:08:09.123");
        added.Should().BeEquivalentTo(new
        {
            State = InstanceState.New, CreatedUtc = Now, TriggerTimeUtc = AJob.Submitted, TriggerId = 5L, InitiatingJobName = "cause_1",
            StartUtc = (DateTimeOffset?)null, EndUtc = (DateTimeOffset?)null, Outcome = (JobOutcome?)null, ServerName = "",
        });
        read!.Definition.Should().BeEquivalentTo(AJob.Definition());
    }

    [Fact]
    public async Task AddInstance_MovesTheNameOnByAMillisecond_WhenItIsTaken()
    {
        var first = await Jobs.AddInstanceAsync(AJob.New(), None);
        var second = await Jobs.AddInstanceAsync(AJob.New(), None);
        var elsewhere = await Jobs.AddInstanceAsync(AJob.New(companyId: 48), None);

        first.InstanceName.Should().EndWith(":09.123");
        second.InstanceName.Should().EndWith(":09.124");
        elsewhere.InstanceName.Should().Be(first.InstanceName);
        second.CreatedUtc.Should().Be(Now);
    }

    [Fact]
    public async Task AddInstance_FindsAFreeName_WhenTheClashIsOlderThanTheService()
    {
        for (var i = 0; i < 3; i++)
            await Jobs.AddInstanceAsync(AJob.New(), None);
        await RestartAsync();

        var next = await Jobs.AddInstanceAsync(AJob.New(), None);

        next.InstanceName.Should().EndWith(":09.126");
    }

    [Fact]
    public async Task AddInstance_GivesDistinctHandles_WhenTwoHundredArriveAtOnce()
    {
        var added = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(() => Jobs.AddInstanceAsync(AJob.New(), None))));

        added.Select(i => i.Handle.ToString()).Distinct().Should().HaveCount(200);
        added.Select(i => i.InstanceId).Distinct().Should().HaveCount(200);
        (await Queries.FindInstancesAsync(JobHandle.ForScheduled(47, "My job"), None)).Should().HaveCount(200);
    }

    [Fact]
    public async Task AddInstance_WritesNothing_WhenTheCallerHasGone()
    {
        var act = () => Jobs.AddInstanceAsync(AJob.New(), new CancellationToken(canceled: true));

        await act.Should().ThrowAsync<OperationCanceledException>();
        (await Recovery.ListLiveAsync(None)).Should().BeEmpty();
    }

    [Fact]
    public async Task MoveInstance_WritesTheHistory_WhenTheMoveIsLegal()
    {
        var instance = await Jobs.AddInstanceAsync(AJob.New(), None);
        Time.Advance(TimeSpan.FromSeconds(1));

        await Jobs.MoveInstanceAsync(instance.InstanceId, InstanceState.New, InstanceState.WaitingCoordinator, None);

        (await Queries.FindInstanceAsync(instance.InstanceId, None))!.State.Should().Be(InstanceState.WaitingCoordinator);
        await using var db = Tables();
        var history = await db.InstanceHistory.OrderBy(h => h.HistoryId).ToListAsync();
        history.Select(h => (h.FromState, h.ToState, h.AtUtc)).Should().Equal(
            (null, InstanceState.New, Now.AddSeconds(-1)), (InstanceState.New, InstanceState.WaitingCoordinator, Now));
    }

    [Theory]
    [InlineData(InstanceState.WaitingCoordinator, InstanceState.Running)]
    [InlineData(InstanceState.New, InstanceState.Stopping)]
    [InlineData(InstanceState.New, InstanceState.New)]
    public async Task MoveInstance_Throws_WhenTheStateOrTheMoveDoesNotFit(InstanceState from, InstanceState to)
    {
        var instance = await Jobs.AddInstanceAsync(AJob.New(), None);

        var act = () => Jobs.MoveInstanceAsync(instance.InstanceId, from, to, None);

        await act.Should().ThrowAsync<StateConflictException>();
        (await Queries.FindInstanceAsync(instance.InstanceId, None))!.State.Should().Be(InstanceState.New);
    }

    [Fact]
    public async Task MoveInstance_Refuses_WhenItWouldEndWithoutRows()
    {
        var instance = await Jobs.AddInstanceAsync(AJob.New(), None);

        var act = () => Jobs.MoveInstanceAsync(instance.InstanceId, InstanceState.New, InstanceState.Done, None);

        await act.Should().ThrowAsync<ArgumentOutOfRangeException>();
    }

    [Fact]
    public async Task MoveInstance_SaysThatItIsGone_WhenTheIdIsUnknown()
    {
        var act = () => Jobs.MoveInstanceAsync(99, InstanceState.New, InstanceState.Running, None);

        (await act.Should().ThrowAsync<StateConflictException>()).Which.Actual.Should().Be("gone");
    }

    [Fact]
    public async Task StartInstance_WritesHeaderRows_WhenItRunsForTheFirstTime()
    {
        var instance = await Jobs.AddInstanceAsync(AJob.New(), None);

        var started = await Jobs.StartInstanceAsync(AJob.Start(instance.InstanceId), None);

        started.Should().BeEquivalentTo(new { State = InstanceState.Running, StartUtc = Now, ServerName = "worker-1", Interruptions = 0 });
        (await RowsAsync(instance.InstanceId)).Select(r => r.LogType).Should()
            .Equal(LogTypes.BeginUploadUrls, LogTypes.OriginalJobName, LogTypes.JobClient, LogTypes.JobType);
        started.Counters.Should().Be(JobCounters.None);
    }

    [Fact]
    public async Task StartInstance_ResumesWithANote_WhenARestartHitIt()
    {
        var instance = await Jobs.AddInstanceAsync(AJob.New(), None);
        var first = await Jobs.StartInstanceAsync(AJob.Start(instance.InstanceId), None);
        Time.Advance(TimeSpan.FromMinutes(1));
        await RestartAsync();

        var again = await Jobs.StartInstanceAsync(AJob.Start(instance.InstanceId) with { ServerName = "worker-2" }, None);

        again.Should().BeEquivalentTo(
            new { State = InstanceState.Running, first.StartUtc, ServerName = "worker-2", Interruptions = 1 });
        var rows = await RowsAsync(instance.InstanceId);
        rows.Should().HaveCount(4);
        rows[0].Aux.Should().ContainSingle().Which.Message.Key.Should().Be("Log.Resumed");
        again.Counters.FileWarning.Should().Be(1);
    }

    [Fact]
    public async Task StartInstance_StaysStopping_WhenItWasAskedToStopBeforeTheRestart()
    {
        var instance = await Jobs.AddInstanceAsync(AJob.New(), None);
        await Jobs.StartInstanceAsync(AJob.Start(instance.InstanceId), None);
        await Jobs.RequestStopAsync(instance.InstanceId, "boss@example.com", None);

        var again = await Jobs.StartInstanceAsync(AJob.Start(instance.InstanceId), None);

        again.Should().BeEquivalentTo(new { State = InstanceState.Stopping, Interruptions = 1, StoppedBy = "boss@example.com" });
    }

    [Fact]
    public async Task StartInstance_Throws_WhenItHasEnded()
    {
        var instance = await Jobs.AddInstanceAsync(AJob.New(), None);
        await Jobs.EndInstanceAsync(AJob.End(instance.InstanceId), None);

        var act = () => Jobs.StartInstanceAsync(AJob.Start(instance.InstanceId), None);

        (await act.Should().ThrowAsync<StateConflictException>()).Which.Actual.Should().Be("Done");
    }

    [Fact]
    public async Task RequestStop_KeepsTheFirstAsker_WhenAskedTwice()
    {
        var instance = await Jobs.AddInstanceAsync(AJob.New(), None);
        await Jobs.StartInstanceAsync(AJob.Start(instance.InstanceId), None);

        var first = await Jobs.RequestStopAsync(instance.InstanceId, "a@example.com", None);
        var second = await Jobs.RequestStopAsync(instance.InstanceId, "b@example.com", None);

        first.Should().BeEquivalentTo(new { State = InstanceState.Stopping, StoppedBy = "a@example.com" });
        second.Should().BeEquivalentTo(first);
    }

    [Fact]
    public async Task RequestStop_LeavesTheState_WhenItStillWaits()
    {
        var instance = await Jobs.AddInstanceAsync(AJob.New(), None);

        var stopped = await Jobs.RequestStopAsync(instance.InstanceId, "a@example.com", None);

        stopped.Should().BeEquivalentTo(new { State = InstanceState.New, StoppedBy = "a@example.com" });
        (await Queries.FindInstanceAsync(instance.InstanceId, None)).Should().BeEquivalentTo(stopped);
    }

    [Fact]
    public async Task RequestStop_ChangesNothing_WhenItHasEnded()
    {
        var instance = await Jobs.AddInstanceAsync(AJob.New(), None);
        await Jobs.EndInstanceAsync(AJob.End(instance.InstanceId), None);

        var stopped = await Jobs.RequestStopAsync(instance.InstanceId, "a@example.com", None);

        stopped.Should().BeEquivalentTo(new { State = InstanceState.Done, StoppedBy = (string?)null });
    }

    private async Task<IReadOnlyList<LogRow>> RowsAsync(long instanceId)
    {
        var instance = await Queries.FindInstanceAsync(instanceId, None);
        var logs = await Queries.ListLogDetailsAsync(new JobLogDetailFilter(47) { Handle = instance!.Handle }, None);
        return logs.Single().Rows;
    }
}
