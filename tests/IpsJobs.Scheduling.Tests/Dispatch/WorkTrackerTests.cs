using IpsJobs.Scheduling.Dispatch;
using IpsJobs.Scheduling.Tests.Fakes;
using Microsoft.Extensions.Time.Testing;

namespace IpsJobs.Scheduling.Tests.Dispatch;

public sealed class WorkTrackerTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(15);

    private readonly FakeTimeProvider time = new(Some.Start);
    private readonly WorkTracker work;

    public WorkTrackerTests() => work = new WorkTracker(Some.Clock(time));

    public void Dispose() => work.Dispose();

    [Fact]
    public async Task Drain_EndsAtOnce_WhenNothingIsAtWork()
    {
        work.Close();

        (await work.DrainAsync(Limit, CancellationToken.None)).Should().BeTrue();
    }

    [Fact]
    public async Task Drain_WaitsForTheWork_WhenItEndsInTime()
    {
        var job = new TaskCompletionSource();
        var running = work.RunAsync(_ => job.Task);
        work.Close();
        var drained = work.DrainAsync(Limit, CancellationToken.None);
        drained.IsCompleted.Should().BeFalse();

        job.SetResult();

        (await drained).Should().BeTrue();
        await running;
    }

    [Fact]
    public async Task Drain_GivesUp_WhenTheWorkTakesTooLong()
    {
        var running = work.RunAsync(token => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token));
        work.Close();
        var drained = work.DrainAsync(Limit, CancellationToken.None);

        time.Advance(Limit);

        (await drained).Should().BeFalse();
        work.TellToLeave();
        await FluentActions.Awaiting(() => running).Should().ThrowAsync<OperationCanceledException>();
        (await work.DrainAsync(Limit, CancellationToken.None)).Should().BeTrue();
    }

    [Fact]
    public async Task Run_LeavesTheWork_WhenClosed()
    {
        var ran = false;
        work.Close();

        await work.RunAsync(_ => Task.FromResult(ran = true));

        ran.Should().BeFalse();
    }
}
