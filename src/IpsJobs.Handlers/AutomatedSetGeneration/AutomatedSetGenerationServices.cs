using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Handlers.AutoSets;
using Microsoft.Extensions.DependencyInjection;

namespace IpsJobs.Handlers.AutomatedSetGeneration;

/// <summary>Registers automated set generation.</summary>
public static class AutomatedSetGenerationServices
{
    /// <summary>Adds the job type <see cref="JobTypes.AutomatedSetGeneration"/>.</summary>
    public static IServiceCollection AddAutomatedSetGeneration(this IServiceCollection services) => services
        .AddAutoSets()
        .AddJobType<AutomatedSetGenerationHandler, AutomatedSetGenerationRules>(new JobTypeInfo(
            JobTypes.AutomatedSetGeneration, "automatedSetGenerationJob", LogTypes.BeginUpload, LogTypes.EndUpload));
}
