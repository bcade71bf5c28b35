using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Handlers.Ingest;
using Microsoft.Extensions.DependencyInjection;

namespace IpsJobs.Handlers.ReprocessAssets;

/// <summary>Registers the reprocessing of assets.</summary>
public static class ReprocessAssetsServices
{
    /// <summary>Adds the job type <c>ReprocessAssets</c>.</summary>
    public static IServiceCollection AddReprocessAssets(this IServiceCollection services) => services
        .AddIngest()
        .AddJobType<ReprocessAssetsHandler, ReprocessAssetsRules>(
            new JobTypeInfo(JobTypes.ReprocessAssets, "reprocessAssetsJob", LogTypes.BeginReoptimize, LogTypes.EndReoptimize));
}
