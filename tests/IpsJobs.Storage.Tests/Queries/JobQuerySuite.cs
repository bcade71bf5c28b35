using IpsJobs.Core.Constants;
using IpsJobs.Core.Handles;
using IpsJobs.Core.Jobs;

namespace IpsJobs.Storage.Tests.Queries;

/// <summary>Finding and listing live jobs and triggers.</summary>
public abstract class JobQuerySuite : StoreTest
{
    [Fact]
    public async Task FindInstance_IsNull_WhenTheIdIsUnknown() => (await Queries.FindInstanceAsync(1, None)).Should().BeNull();

    [Fact]
    public async Task FindInstances_FindsOne_WhenTheHandleNamesARun()
    {
        var first = await Jobs.AddInstanceAsync(AJob.New(), None);
        await Jobs.AddInstanceAsync(AJob.New(), None);

        (await FindAsync(first.Handle)).Should().Equal(first.InstanceId);
        (await FindAsync(new JobHandle(47, null, first.InstanceName, null))).Should().Equal(first.InstanceId);
        (await FindAsync(new JobHandle(47, null, "another name", first.InstanceId))).Should().BeEmpty();
        (await FindAsync(new JobHandle(48, null, first.InstanceName, first.InstanceId))).Should().BeEmpty();
    }

    [Fact]
    public async Task FindInstances_FindsEveryRunNewestFirst_WhenTheHandleIsScheduled()
    {
        var first = await Jobs.AddInstanceAsync(AJob.New(), None);
        var followOn = await Jobs.AddInstanceAsync(AJob.New() with { NamePrefix = "Pub_" }, None);
        await Jobs.AddInstanceAsync(AJob.New("other"), None);
        await Jobs.AddInstanceAsync(AJob.New(companyId: 48), None);

        (await FindAsync(JobHandle.ForScheduled(47, "My job"))).Should().Equal(followOn.InstanceId, first.InstanceId);
    }

    [Fact]
    public async Task FindInstances_LeavesTheBlocksOut_WhicheverHandleIsGiven()
    {
        var stored = await Jobs.AddInstanceAsync(AJob.New(), None);
        JobHandle[] handles = [stored.Handle, new(47, null, stored.InstanceName, null), JobHandle.ForScheduled(47, "My job")];

        foreach (var handle in handles)
            (await Queries.FindInstancesAsync(handle, None)).Should().BeEquivalentTo([WithoutBlock(stored)]);
        (await Queries.FindInstanceAsync(stored.InstanceId, None)).Should().BeEquivalentTo(stored);
    }

    [Fact]
    public async Task ListActive_AppliesEveryCondition_WhenSeveralAreGiven()
    {
        var waiting = await Jobs.AddInstanceAsync(AJob.New("b"), None);
        var running = await StartedAsync("a", 47);
        var foreign = await StartedAsync("a", 48);
        var ended = await StartedAsync("a", 47);
        await Jobs.EndInstanceAsync(AJob.End(ended), None);

        (await ActiveAsync(new ActiveJobFilter(null))).Should().BeEquivalentTo([waiting.InstanceId, running, foreign]);
        (await ActiveAsync(new ActiveJobFilter([47]))).Should().BeEquivalentTo([waiting.InstanceId, running]);
        (await ActiveAsync(new ActiveJobFilter([47, 48]) { IncludeWaiting = false })).Should().BeEquivalentTo([running, foreign]);
        (await ActiveAsync(new ActiveJobFilter([]))).Should().BeEmpty();
        (await ActiveAsync(new ActiveJobFilter([47]) { OriginalName = "b" })).Should().Equal(waiting.InstanceId);
        (await ActiveAsync(new ActiveJobFilter([47]) { Handle = waiting.Handle })).Should().Equal(waiting.InstanceId);
        (await ActiveAsync(new ActiveJobFilter([47]) { Handle = waiting.Handle, OriginalName = "a" })).Should().BeEmpty();
        (await ActiveAsync(new ActiveJobFilter(null) { Handle = JobHandle.ForScheduled(48, "a") })).Should().Equal(foreign);
    }

    [Fact]
    public async Task ListActive_HidesLanes_WhenWaitingIsExcluded()
    {
        var queued = await Jobs.AddInstanceAsync(AJob.New("queued"), None);
        await Jobs.MoveInstanceAsync(queued.InstanceId, InstanceState.New, InstanceState.WaitingCoordinator, None);
        var client = await Jobs.AddInstanceAsync(AJob.New("client"), None);
        await Jobs.MoveInstanceAsync(client.InstanceId, InstanceState.New, InstanceState.WaitingClient, None);

        (await ActiveAsync(new ActiveJobFilter([47]) { IncludeWaiting = false })).Should().Equal(client.InstanceId);
    }

    [Fact]
    public async Task ListActive_OrdersByStartOrCreation_WhenStartsDiffer()
    {
        var first = await Jobs.AddInstanceAsync(AJob.New("first"), None);
        Time.Advance(TimeSpan.FromSeconds(1));
        var second = await Jobs.AddInstanceAsync(AJob.New("second"), None);
        Time.Advance(TimeSpan.FromSeconds(1));
        await Jobs.StartInstanceAsync(AJob.Start(first.InstanceId), None);

        (await ActiveAsync(new ActiveJobFilter([47]))).Should().Equal(second.InstanceId, first.InstanceId);
        (await Queries.ListActiveAsync(new ActiveJobFilter([47]), None))[0].Should().BeEquivalentTo(second);
    }

    [Fact]
    public async Task ListTriggers_PutsPausedOnesLast_WhenStatesDiffer()
    {
        var late = await Jobs.AddTriggerAsync(AJob.Trigger("late", next: Now.AddDays(2)), None);
        var paused = await Jobs.AddTriggerAsync(AJob.Trigger("paused", next: Now.AddDays(1)), None);
        await Jobs.MoveTriggerAsync(paused.TriggerId, TriggerState.Normal, TriggerState.Paused, Now.AddDays(1), None);
        var twinB = await Jobs.AddTriggerAsync(AJob.Trigger("twin b", next: Now.AddDays(1)), None);
        var twinA = await Jobs.AddTriggerAsync(AJob.Trigger("twin a", next: Now.AddDays(1)), None);
        var foreign = await Jobs.AddTriggerAsync(AJob.Trigger("foreign", next: Now, companyId: 48), None);

        (await TriggersAsync(new TriggerFilter([47]))).Should().Equal(twinA.TriggerId, twinB.TriggerId, late.TriggerId, paused.TriggerId);
        (await TriggersAsync(new TriggerFilter(null))).Should().HaveCount(5).And.StartWith(foreign.TriggerId);
        (await TriggersAsync(new TriggerFilter([47]) { OriginalName = "late" })).Should().Equal(late.TriggerId);
        (await TriggersAsync(new TriggerFilter([47]) { Handle = late.Handle, OriginalName = "paused" })).Should().BeEmpty();
        (await TriggersAsync(new TriggerFilter([47]) { Handle = JobHandle.ForInstance(47, "late", 1) })).Should().BeEmpty();
    }

    [Fact]
    public async Task CountWaiting_CountsOneLane_WhenOthersWaitToo()
    {
        await Jobs.AddInstanceAsync(AJob.New(), None);
        var queued = await Jobs.AddInstanceAsync(AJob.New(), None);
        await Jobs.MoveInstanceAsync(queued.InstanceId, InstanceState.New, InstanceState.WaitingCoordinator, None);
        await StartedAsync("My job", 47);
        await Jobs.AddInstanceAsync(AJob.New(companyId: 48), None);

        (await Queries.CountWaitingAsync("47/upload", None)).Should().Be(2);
        (await Queries.CountWaitingAsync("49/upload", None)).Should().Be(0);
    }

    [Fact]
    public async Task Recovery_ListsEverythingAlive_WhenTheServiceWasKilled()
    {
        var waiting = await Jobs.AddInstanceAsync(AJob.New(), None);
        var running = await StartedAsync("r", 47);
        await Jobs.CommitItemAsync(AJob.Item(running, "a.jpg"), None);
        var trigger = await Jobs.AddTriggerAsync(AJob.Trigger(), None);
        var copy = CopyAsAKillWouldLeaveIt();

        await OpenAsync(copy);

        var live = await Recovery.ListLiveAsync(None);
        live.Select(i => (i.InstanceId, i.State)).Should().Equal((waiting.InstanceId, InstanceState.New), (running, InstanceState.Running));
        live[0].Should().BeEquivalentTo(WithoutBlock(waiting));
        (await Recovery.ListTriggersAsync(None)).Should()
            .BeEquivalentTo([trigger with { Definition = trigger.Definition with { BlockXml = [] } }]);
        (await Queries.ListDoneItemsAsync(running, None)).Should().BeEquivalentTo(["a.jpg"]);
        (await Queries.FindInstanceAsync(running, None))!.Counters.FileSuccess.Should().Be(1);
    }

    protected abstract string CopyAsAKillWouldLeaveIt();

    private static JobInstance WithoutBlock(JobInstance stored) => stored with { Definition = stored.Definition with { BlockXml = [] } };

    private async Task<long> StartedAsync(string name, int companyId)
    {
        var instance = await Jobs.AddInstanceAsync(AJob.New(name, companyId), None);
        await Jobs.StartInstanceAsync(AJob.Start(instance.InstanceId), None);
        return instance.InstanceId;
    }

    private async Task<IEnumerable<long>> FindAsync(JobHandle handle) =>
        (await Queries.FindInstancesAsync(handle, None)).Select(i => i.InstanceId);

    private async Task<IEnumerable<long>> ActiveAsync(ActiveJobFilter filter) =>
        (await Queries.ListActiveAsync(filter, None)).Select(i => i.InstanceId);

    private async Task<IEnumerable<long>> TriggersAsync(TriggerFilter filter) =>
        (await Queries.ListTriggersAsync(filter, None)).Select(t => t.TriggerId);
}
