using System.Diagnostics;
using System.Globalization;
using Quartz;

namespace IpsJobs.Benchmarks.Dispatch;

/// <summary>The scheduler alone, with its store in memory and as many threads as the server gives it.</summary>
internal sealed class BareScheduler : IDispatchSubject, IAsyncDisposable
{
    private const string Name = "name";
    private static readonly FirstLines Lines = new();
    private readonly StandaloneSchedulerFactory factory;
    private readonly IScheduler scheduler;
    private long number;

    private BareScheduler(StandaloneSchedulerFactory factory, IScheduler scheduler)
    {
        this.factory = factory;
        this.scheduler = scheduler;
    }

    public static async Task<BareScheduler> StartAsync()
    {
        var factory = QuartzSchedulerBuilder.Create(quartz =>
        {
            quartz.UseInMemoryStore();
            quartz.UseDefaultThreadPool(14);
        }).Build();
        var scheduler = await factory.GetScheduler(CancellationToken.None);
        await scheduler.AddJob(
            JobBuilder.Create<Stamp>().WithIdentity(Stamp.Key).StoreDurably().Build(), new AddJobOptions(), CancellationToken.None);
        await scheduler.Start(CancellationToken.None);
        return new BareScheduler(factory, scheduler);
    }

    public async Task<double> StartOneAsync()
    {
        var name = Interlocked.Increment(ref number).ToString(CultureInfo.InvariantCulture);
        var asked = Stopwatch.GetTimestamp();
        await scheduler.TriggerJob(Stamp.Key, new JobDataMap { [Name] = name }, CancellationToken.None);
        var began = await Lines.WaitAsync(name);
        Lines.Forget(name);
        return (began - asked) * 1000.0 / Stopwatch.Frequency;
    }

    public async ValueTask DisposeAsync()
    {
        await scheduler.Shutdown(waitForJobsToComplete: false, CancellationToken.None);
        await factory.DisposeAsync();
    }

    private sealed class Stamp : IJob
    {
        public static readonly JobKey Key = new("stamp");

        public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
        {
            Lines.Note(context.MergedJobDataMap.GetString(Name)!, Stopwatch.GetTimestamp());
            return ValueTask.CompletedTask;
        }
    }
}
