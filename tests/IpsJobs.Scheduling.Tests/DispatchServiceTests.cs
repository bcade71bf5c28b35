using System.Collections.Concurrent;
using IpsJobs.Core.Accounts;
using IpsJobs.Core.Configuration;
using IpsJobs.Core.Jobs;
using IpsJobs.Scheduling.Dispatch;
using IpsJobs.Scheduling.Tests.Fakes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace IpsJobs.Scheduling.Tests;

/// <summary>The module as a host registers it, over tables in memory.</summary>
public sealed class DispatchServiceTests : IAsyncLifetime, IAsyncDisposable
{
    private readonly FakeTimeProvider time = new(Some.Start);
    private readonly Tables tables = new();
    private readonly StopSignals stops = new();
    private readonly ConcurrentQueue<long> started = new();
    private readonly ConcurrentQueue<long> left = new();
    private readonly ServiceProvider provider;
    private Func<long, CancellationToken, Task> job = (_, _) => Task.CompletedTask;
    private int running;
    private int mostRunning;

    public DispatchServiceTests() => provider = Services(new() { ["Scheduling:StopTimeout"] = "00:00:15" }).BuildServiceProvider();

    private IJobDispatcher Dispatcher => provider.GetRequiredService<IJobDispatcher>();

    private DispatchService Service => provider.GetServices<IHostedService>().OfType<DispatchService>().Single();

    public Task InitializeAsync() => Task.CompletedTask;

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    public ValueTask DisposeAsync() => provider.DisposeAsync();

    [Fact]
    public async Task Enqueue_RunsALaneInOrderAndAlone_WhenManyArrive()
    {
        await StartAsync();

        for (var id = 1; id <= 300; id++)
            Enqueue(Some.Instance(id));

        await Eventually.IsTrueAsync(() => left.Count == 300);
        started.Should().BeInAscendingOrder();
        mostRunning.Should().Be(1);
    }

    [Fact]
    public async Task Enqueue_RunsEachOnce_WhenToldTwice()
    {
        await StartAsync();

        for (var id = 1; id <= 100; id++)
        {
            Enqueue(Some.Instance(id));
            Enqueue(Some.Instance(id));
        }

        await Eventually.IsTrueAsync(() => left.Count == 100);
        started.Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task Enqueue_KeepsToMaxRunning_WhenEveryJobHasItsOwnLane()
    {
        job = async (_, _) => await Task.Yield();
        await StartAsync();

        for (var id = 1; id <= 500; id++)
            Enqueue(Some.Instance(id, "47/pc" + id));

        await Eventually.IsTrueAsync(() => left.Count == 500);
        mostRunning.Should().BeInRange(1, 3);
    }

    [Fact]
    public async Task SignalStop_BringsTheWaitingOneToItsEnd_WhenTheLaneIsHeld()
    {
        var hold = new TaskCompletionSource();
        job = (id, _) => id == 1 ? hold.Task : Task.CompletedTask;
        await StartAsync();
        Enqueue(Some.Instance(1));
        Enqueue(Some.Instance(2));
        Enqueue(Some.Instance(3));
        await Eventually.IsTrueAsync(() => started.Contains(1));

        Dispatcher.SignalStop(3);

        await Eventually.IsTrueAsync(() => left.Contains(3));
        started.Should().Equal(1, 3);
        stops.IsRaised(3).Should().BeTrue();
        hold.SetResult();
        await Eventually.IsTrueAsync(() => left.Contains(2));
    }

    [Fact]
    public async Task Arm_FiresRhythmically_WhenTimePasses()
    {
        await StartAsync();
        var trigger = Some.Trigger(1, Some.Start.AddMinutes(1));
        tables.Add(trigger);
        await Dispatcher.ArmAsync(trigger, CancellationToken.None);

        for (var fire = 1; fire <= 3; fire++)
        {
            time.Advance(TimeSpan.FromMinutes(1));
            await Eventually.IsTrueAsync(() => left.Count == fire && tables.Triggers[1].NextFireUtc == Some.Start.AddMinutes(fire + 1));
        }

        tables.Fires.Select(f => f.PlannedUtc).Should().Equal(
            Some.Start.AddMinutes(1), Some.Start.AddMinutes(2), Some.Start.AddMinutes(3));
    }

    [Fact]
    public async Task Disarm_KeepsTheTriggerSilent_WhenItsTimeComes()
    {
        await StartAsync();
        tables.Add(Some.Trigger(1, Some.Start.AddMinutes(1)), Some.Trigger(2, Some.Start.AddMinutes(1)));
        await Dispatcher.ArmAsync(tables.Triggers[1], CancellationToken.None);
        await Dispatcher.ArmAsync(tables.Triggers[2], CancellationToken.None);
        await Dispatcher.DisarmAsync(1, CancellationToken.None);

        time.Advance(TimeSpan.FromMinutes(1));

        await Eventually.IsTrueAsync(() => !tables.Fires.IsEmpty);
        tables.Fires.Should().OnlyContain(f => f.TriggerId == 2);
    }

    [Fact]
    public async Task Start_ResumesAndCatchesUpOnce_WhenTheServiceWasDown()
    {
        tables.Add(Some.Instance(1), Some.Instance(2, state: InstanceState.Running));
        tables.Add(Some.Trigger(5, Some.Start.AddDays(-2)));

        await StartAsync();

        await Eventually.IsTrueAsync(() => left.Count == 3);
        started.Should().StartWith(2);
        tables.Fires.Should().ContainSingle().Which.NextFireUtc.Should().Be(Some.Start.AddMinutes(1));
    }

    [Fact]
    public async Task Stop_WaitsForRunningJobs_WhenTheyEndInTime()
    {
        var hold = new TaskCompletionSource();
        job = (_, _) => hold.Task;
        await StartAsync();
        Enqueue(Some.Instance(1));
        Enqueue(Some.Instance(2));
        await Eventually.IsTrueAsync(() => started.Contains(1));

        var stopped = Service.StopAsync(CancellationToken.None);
        stopped.IsCompleted.Should().BeFalse();
        hold.SetResult();
        await stopped;

        left.Should().Equal(1);
        started.Should().Equal(1);
    }

    [Fact]
    public async Task Stop_TellsJobsToLeave_WhenTheyTakeTooLong()
    {
        job = (_, shutdown) => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, shutdown);
        await StartAsync();
        Enqueue(Some.Instance(1));
        await Eventually.IsTrueAsync(() => started.Contains(1));

        var stopped = Service.StopAsync(CancellationToken.None);
        await Eventually.IsTrueAsync(() =>
        {
            time.Advance(TimeSpan.FromSeconds(15));
            return stopped.IsCompleted;
        });

        await stopped;
        left.Should().BeEmpty();
        tables.Instances[1].State.Should().NotBe(InstanceState.Done);
    }

    [Fact]
    public async Task Enqueue_DoesNothing_WhenTheServiceHasStopped()
    {
        await StartAsync();
        await Service.StopAsync(CancellationToken.None);

        Enqueue(Some.Instance(1));
        Dispatcher.SignalStop(1);
        await Dispatcher.ArmAsync(Some.Trigger(1, Some.Start), CancellationToken.None);

        started.Should().BeEmpty();
    }

    [Theory]
    [InlineData("Scheduling:StopTimeout", "-00:00:01", "Scheduling:StopTimeout is -00:00:01")]
    [InlineData("Scheduling:RetryDelay", "00:00:00", "Scheduling:RetryDelay is 00:00:00")]
    [InlineData("Scheduling:MaxRetryDelay", "2.00:00:00", "Scheduling:MaxRetryDelay is 2.00:00:00")]
    public void Options_NameTheSetting_WhenItIsWrong(string setting, string value, string problem)
    {
        using var wrong = Services(new() { [setting] = value }).BuildServiceProvider();

        var read = () => wrong.GetRequiredService<IOptions<SchedulingOptions>>().Value;

        read.Should().Throw<OptionsValidationException>().Which.Failures.Should().ContainSingle().Which.Should().StartWith(problem);
    }

    [Fact]
    public void Options_NameMaxRunning_WhenItIsZero()
    {
        using var wrong = Services(new() { ["Jobs:MaxRunning"] = "0" }).BuildServiceProvider();

        var read = () => wrong.GetRequiredService<IOptions<JobOptions>>().Value;

        read.Should().Throw<OptionsValidationException>().WithMessage("*Jobs:MaxRunning is 0*");
    }

    private Task StartAsync() => Service.StartAsync(CancellationToken.None);

    private void Enqueue(JobInstance instance)
    {
        tables.Add(instance);
        Dispatcher.Enqueue(instance);
    }

    private ServiceCollection Services(Dictionary<string, string?> settings)
    {
        settings.TryAdd("Jobs:MaxRunning", "3");
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var services = new ServiceCollection();
        services.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance).AddSingleton(typeof(ILogger<>), typeof(NullLogger<>));
        services.Configure<JobOptions>(configuration.GetSection(JobOptions.Section));
        services
            .AddSingleton(Some.Clock(time))
            .AddSingleton(stops)
            .AddSingleton<IAccountDirectory>(new FakeAccounts())
            .AddSingleton<IJobStore>(tables)
            .AddSingleton<IJobQueries>(tables)
            .AddSingleton<IRecoveryQueries>(tables)
            .AddIpsScheduling(configuration)
            .AddSingleton<RunInstance>(RunAsync);
        return services;
    }

    private async Task<InstanceEndResult?> RunAsync(long instanceId, CancellationToken shutdown)
    {
        var now = Interlocked.Increment(ref running);
        InterlockedMax(now);
        started.Enqueue(instanceId);
        try
        {
            await job(instanceId, shutdown);
            tables.Instances[instanceId] = tables.Instances[instanceId] with { State = InstanceState.Done };
        }
        finally
        {
            Interlocked.Decrement(ref running);
        }

        left.Enqueue(instanceId);
        return null;
    }

    private void InterlockedMax(int value)
    {
        int seen;
        while (value > (seen = Volatile.Read(ref mostRunning)) && Interlocked.CompareExchange(ref mostRunning, value, seen) != seen)
        {
        }
    }
}
