using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace IpsJobs.Handlers.Cleanup;

/// <summary>Registers the nightly clean-up.</summary>
public static class CleanupServices
{
    /// <summary>Adds the job type <see cref="JobTypes.Cleanup"/> and its schedule.</summary>
    /// <remarks>Hosted services start in the order of registration: register the dispatcher before this.</remarks>
    public static IServiceCollection AddCleanup(this IServiceCollection services)
    {
        services.AddOptions<RetentionOptions>().BindConfiguration(RetentionOptions.Section).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<RetentionOptions>, RetentionOptionsValidator>());
        services.TryAddSingleton<SystemSchedules>();
        return services
            .AddSingleton<TrashWarnings>()
            .AddSingleton<OldTrash>()
            .AddSingleton<OldLogs>()
            .AddSingleton<OldExports>()
            .AddSingleton<StrayStaging>()
            .AddSystemJobType<CleanupHandler>(
                new JobTypeInfo(JobTypes.Cleanup, "", LogTypes.BeginEmptyTrash, LogTypes.EndEmptyTrash))
            .AddHostedService<CleanupSchedule>();
    }
}
