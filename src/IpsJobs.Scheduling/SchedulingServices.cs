using IpsJobs.Core.Configuration;
using IpsJobs.Core.Jobs;
using IpsJobs.Scheduling.Alarms;
using IpsJobs.Scheduling.Dispatch;
using IpsJobs.Scheduling.Engine;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace IpsJobs.Scheduling;

/// <summary>Registers the dispatcher of a single node.</summary>
public static class SchedulingServices
{
    /// <summary>Adds <see cref="IJobDispatcher"/> and the service that starts it.</summary>
    /// <remarks>Needs the job domain, a store and a clock. Hosted services start in the order of registration and stop in the reverse:
    /// register whatever prepares the store before this.</remarks>
    public static IServiceCollection AddIpsScheduling(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SchedulingOptions>().Bind(configuration.GetSection(SchedulingOptions.Section)).ValidateOnStart();
        services.AddOptions<JobOptions>().ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<SchedulingOptions>, SchedulingOptionsValidator>()
            .AddSingleton<IValidateOptions<JobOptions>, MaxRunningValidator>()
            .AddDispatch()
            .AddAlarms()
            .AddSingleton<IJobDispatcher, QuartzDispatcher>()
            .AddHostedService<DispatchService>()
            .AddHostedService<ClockWatch>();
    }

    private static IServiceCollection AddDispatch(this IServiceCollection services) => services
        .AddSingleton<Mailbox>()
        .AddSingleton<WaitingMoves>()
        .AddSingleton<RunRetries>()
        .AddSingleton<DispatchLoop>()
        .AddSingleton<WorkTracker>()
        .AddSingleton<Recovery>()
        .AddSingleton<InstanceRuns>()
        .AddSingleton<RunInstance>(provider => provider.GetRequiredService<JobRunner>().RunAsync);

    private static IServiceCollection AddAlarms(this IServiceCollection services) => services
        .AddSingleton<QuartzEngine>()
        .AddSingleton<IRunLauncher>(provider => provider.GetRequiredService<QuartzEngine>())
        .AddSingleton<IAlarmClock>(provider => provider.GetRequiredService<QuartzEngine>())
        .AddSingleton<TriggerAlarms>()
        .AddSingleton<TriggerFiring>();
}
