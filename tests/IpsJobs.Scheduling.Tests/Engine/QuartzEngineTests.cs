using System.Collections.Concurrent;
using IpsJobs.Core.Configuration;
using IpsJobs.Scheduling.Dispatch;
using IpsJobs.Scheduling.Engine;
using IpsJobs.Scheduling.Tests.Fakes;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace IpsJobs.Scheduling.Tests.Engine;

public sealed class QuartzEngineTests : IAsyncLifetime, IAsyncDisposable
{
    private readonly FakeTimeProvider time = new(Some.Start);
    private readonly ConcurrentQueue<long> ran = new();
    private readonly ConcurrentQueue<long> fired = new();
    private readonly CountingLoggers loggers = new();
    private readonly QuartzEngine engine;
    private Func<long, Task> onRun = _ => Task.CompletedTask;
    private Func<long, Task> onFire = _ => Task.CompletedTask;

    public QuartzEngineTests() => engine = new QuartzEngine(
        Some.Clock(time), Options.Create(new JobOptions { MaxRunning = 2 }), loggers);

    public Task InitializeAsync() => engine.StartAsync(RunAsync, FireAsync, CancellationToken.None);

    public ValueTask DisposeAsync() => engine.DisposeAsync();

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    [Fact]
    public async Task Launch_RunsEachInstance_WhenManyAreLaunched()
    {
        for (var id = 1; id <= 500; id++)
            await engine.LaunchAsync(id, CancellationToken.None);

        await Eventually.IsTrueAsync(() => ran.Count == 500);
        ran.Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void Start_LogsThroughTheHost_WhenQuartzHasSomethingToSay() =>
        loggers.Categories.Should().Contain(c => c.StartsWith("Quartz.", StringComparison.Ordinal));

    [Fact]
    public async Task Launch_IsRefused_WhenTheEngineHasStopped()
    {
        await engine.StopAsync(CancellationToken.None);

        var launch = async () => await engine.LaunchAsync(5, CancellationToken.None);

        (await launch.Should().ThrowAsync<LaunchRefusedException>()).Which.InstanceId.Should().Be(5);
    }

    [Fact]
    public async Task Set_GoesOffOnce_WhenItsTimeHasCome()
    {
        await engine.SetAsync(7, Some.Start.AddHours(1), CancellationToken.None);
        await BarrierAsync();
        fired.Should().BeEmpty();

        time.Advance(TimeSpan.FromHours(1));

        await Eventually.IsTrueAsync(() => !fired.IsEmpty);
        time.Advance(TimeSpan.FromHours(5));
        await BarrierAsync();
        fired.Should().Equal(7);
    }

    [Fact]
    public async Task Set_GoesOffAtOnce_WhenItsTimeHasPassed()
    {
        await engine.SetAsync(7, Some.Start.AddDays(-3), CancellationToken.None);

        await Eventually.IsTrueAsync(() => fired.SequenceEqual([7L]));
    }

    [Fact]
    public async Task Set_KeepsTheEarlierAlarm_WhenSetAgain()
    {
        await engine.SetAsync(7, Some.Start.AddHours(1), CancellationToken.None);
        await engine.SetAsync(7, Some.Start.AddHours(2), CancellationToken.None);

        time.Advance(TimeSpan.FromHours(1));

        await Eventually.IsTrueAsync(() => fired.SequenceEqual([7L]));
    }

    [Fact]
    public async Task Set_TakesTheEarlierAlarm_WhenSetAgain()
    {
        await engine.SetAsync(7, Some.Start.AddHours(2), CancellationToken.None);
        await engine.SetAsync(7, Some.Start.AddHours(1), CancellationToken.None);

        time.Advance(TimeSpan.FromHours(1));

        await Eventually.IsTrueAsync(() => fired.SequenceEqual([7L]));
    }

    [Fact]
    public async Task Set_GoesOffAgain_WhenSetWhileItGoesOff()
    {
        onFire = async id =>
        {
            if (fired.Count < 3)
                await engine.SetAsync(id, time.GetUtcNow().AddMinutes(1), CancellationToken.None);
        };
        await engine.SetAsync(7, Some.Start, CancellationToken.None);
        await Eventually.IsTrueAsync(() => fired.Count == 1);

        for (var expected = 2; expected <= 3; expected++)
        {
            await BarrierAsync();
            time.Advance(TimeSpan.FromMinutes(1));
            await Eventually.IsTrueAsync(() => fired.Count == expected);
        }
    }

    [Fact]
    public async Task Remove_SilencesTheAlarm_WhenItWasSet()
    {
        await engine.SetAsync(7, Some.Start.AddHours(1), CancellationToken.None);
        await engine.SetAsync(8, Some.Start.AddHours(1), CancellationToken.None);
        await engine.RemoveAsync(7, CancellationToken.None);

        time.Advance(TimeSpan.FromHours(1));

        await Eventually.IsTrueAsync(() => !fired.IsEmpty);
        await BarrierAsync();
        fired.Should().Equal(8);
    }

    [Fact]
    public async Task Set_GoesOff_WhenEveryPlaceIsTaken()
    {
        var hold = new TaskCompletionSource();
        onRun = _ => hold.Task;
        await engine.LaunchAsync(1, CancellationToken.None);
        await engine.LaunchAsync(2, CancellationToken.None);
        await Eventually.IsTrueAsync(() => ran.Count == 2);

        await engine.SetAsync(7, Some.Start, CancellationToken.None);

        await Eventually.IsTrueAsync(() => fired.SequenceEqual([7L]));
        hold.SetResult();
    }

    // What the scheduler had to do before is done once it has run something launched after it.
    private async Task BarrierAsync()
    {
        await engine.LaunchAsync(-1, CancellationToken.None);
        await Eventually.IsTrueAsync(() => ran.Contains(-1));
        ran.Clear();
    }

    private Task RunAsync(long id)
    {
        ran.Enqueue(id);
        return onRun(id);
    }

    private Task FireAsync(long id)
    {
        fired.Enqueue(id);
        return onFire(id);
    }
}
