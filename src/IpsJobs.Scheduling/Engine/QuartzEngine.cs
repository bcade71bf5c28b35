using System.Globalization;
using IpsJobs.Core.Configuration;
using IpsJobs.Scheduling.Alarms;
using IpsJobs.Scheduling.Dispatch;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Quartz;

namespace IpsJobs.Scheduling.Engine;

/// <summary>The workers and the alarm clock: Quartz with its store in memory, which our tables fill anew at every start.</summary>
internal sealed class QuartzEngine(ServerClock clock, IOptions<JobOptions> options, ILoggerFactory loggers)
    : IRunLauncher, IAlarmClock, IAsyncDisposable
{
    // Trigger fires and jobs that only have to end need a thread while every place is taken by long jobs.
    private const int SpareThreads = 4;
    private const string AlarmGroup = "trigger";

    private StandaloneSchedulerFactory? factory;
    private IScheduler? scheduler;

    /// <summary>Starts the workers; alarms set before are not needed, since the start reads every trigger after this.</summary>
    /// <param name="run">Runs an instance.</param>
    /// <param name="fire">Fires a trigger.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    public async Task StartAsync(Func<long, Task> run, Func<long, Task> fire, CancellationToken cancellationToken)
    {
        factory = Build(new JobFactory(new RunInstanceJob(run), new FireTriggerJob(fire)));
        var started = await factory.GetScheduler(cancellationToken);
        await started.AddJob(Durable<RunInstanceJob>(RunInstanceJob.Key), new AddJobOptions(), cancellationToken);
        await started.AddJob(Durable<FireTriggerJob>(FireTriggerJob.Key), new AddJobOptions(), cancellationToken);
        await started.Start(cancellationToken);
        scheduler = started;
    }

    /// <summary>Nothing is begun after this; what runs goes on.</summary>
    public async Task StandbyAsync(CancellationToken cancellationToken)
    {
        if (scheduler is { } running)
            await running.Standby(cancellationToken);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref scheduler, null) is { } running)
            await running.Shutdown(waitForJobsToComplete: false, cancellationToken);
    }

    public async ValueTask LaunchAsync(long instanceId, CancellationToken cancellationToken)
    {
        if (scheduler is not { } running)
            throw new LaunchRefusedException(instanceId);
        try
        {
            await running.TriggerJob(RunInstanceJob.Key, JobData.Of(instanceId), cancellationToken);
        }
        catch (SchedulerException cause)
        {
            throw new LaunchRefusedException(instanceId, cause);
        }
    }

    public async ValueTask SetAsync(long triggerId, DateTimeOffset dueUtc, CancellationToken cancellationToken)
    {
        if (scheduler is not { } running)
            return;
        var alarm = TriggerBuilder.Create(clock.Time)
            .WithIdentity(AlarmOf(triggerId))
            .ForJob(FireTriggerJob.Key)
            .UsingJobData(JobData.Of(triggerId))
            .StartAt(dueUtc)
            .WithSimpleSchedule(s => s.WithMisfireInstruction(SimpleTriggerMisfireInstruction.FireNow))
            .Build();
        await running.ScheduleTrigger(alarm, TriggerConflict.KeepEarlier, cancellationToken);
    }

    public async ValueTask RemoveAsync(long triggerId, CancellationToken cancellationToken)
    {
        if (scheduler is { } running)
            await running.UnscheduleJob(AlarmOf(triggerId), cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync(CancellationToken.None);
        if (factory is not null)
            await factory.DisposeAsync();
    }

    private StandaloneSchedulerFactory Build(JobFactory jobs) => QuartzSchedulerBuilder.Create(quartz =>
    {
        quartz.Services.AddSingleton(loggers).AddSingleton<ILoggerProvider>(new HostLogging(loggers));
        // The name must be its own in the process: tests run several services side by side.
        quartz.ConfigureScheduler(o => o.InstanceName = "IpsJobs-" + Guid.NewGuid().ToString("N"));
        quartz.UseTimeProvider(clock.Time);
        quartz.UseJobFactory(jobs);
        quartz.UseInMemoryStore();
        quartz.UseDefaultThreadPool(options.Value.MaxRunning + SpareThreads);
    }).Build();

    private static IJobDetail Durable<TJob>(JobKey key)
        where TJob : IJob => JobBuilder.Create<TJob>().WithIdentity(key).StoreDurably().Build();

    private static TriggerKey AlarmOf(long triggerId) => new(triggerId.ToString(CultureInfo.InvariantCulture), AlarmGroup);
}
