using IpsJobs.Handlers.Ingest;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IpsJobs.Handlers.AutoSets;

/// <summary>Registers automatic sets.</summary>
public static class AutoSetServices
{
    /// <summary>Adds them once, however many kinds of jobs call this.</summary>
    public static IServiceCollection AddAutoSets(this IServiceCollection services)
    {
        services.TryAddSingleton<SetPresets>();
        services.TryAddSingleton<SetCandidates>();
        services.TryAddSingleton<SetWriter>();
        services.TryAddSingleton<AutomaticSets>();
        return services;
    }
}
