using Microsoft.Extensions.DependencyInjection;

namespace IpsJobs.Core.Jobs;

/// <summary>Registers job types: one line each.</summary>
public static class JobTypeServices
{
    /// <summary>Adds a job type with its handler and the rules of its block.</summary>
    public static IServiceCollection AddJobType<THandler, TRules>(this IServiceCollection services, JobTypeInfo info)
        where THandler : class, IJobHandler
        where TRules : class, IBlockRules =>
        services
            .AddSingleton<THandler>()
            .AddSingleton<TRules>()
            .AddSingleton(new JobTypeRegistration(info, typeof(THandler), typeof(TRules)));

    /// <summary>Adds a type whose jobs the server alone starts; see <see cref="SystemJobs"/>.</summary>
    public static IServiceCollection AddSystemJobType<THandler>(this IServiceCollection services, JobTypeInfo info)
        where THandler : class, IJobHandler =>
        services
            .AddSingleton<THandler>()
            .AddSingleton(new JobTypeRegistration(info, typeof(THandler), RulesType: null));
}
