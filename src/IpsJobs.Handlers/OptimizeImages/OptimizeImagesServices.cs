using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Handlers.Ingest;
using Microsoft.Extensions.DependencyInjection;

namespace IpsJobs.Handlers.OptimizeImages;

/// <summary>Registers the optimising of images.</summary>
public static class OptimizeImagesServices
{
    /// <summary>Adds the job type <c>ImageOptimization</c>.</summary>
    public static IServiceCollection AddOptimizeImages(this IServiceCollection services) => services
        .AddIngest()
        .AddJobType<OptimizeImagesHandler, OptimizeImagesRules>(
            new JobTypeInfo(JobTypes.ImageOptimization, "optimizeImagesJob", LogTypes.BeginReoptimize, LogTypes.EndReoptimize));
}
