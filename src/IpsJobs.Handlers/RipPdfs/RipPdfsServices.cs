using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Handlers.Ingest;
using Microsoft.Extensions.DependencyInjection;

namespace IpsJobs.Handlers.RipPdfs;

/// <summary>Registers the ripping of stored documents.</summary>
public static class RipPdfsServices
{
    /// <summary>Adds the job type <c>RipPdfs</c>.</summary>
    public static IServiceCollection AddRipPdfs(this IServiceCollection services) => services
        .AddIngest()
        .AddJobType<RipPdfsHandler, RipPdfsRules>(
            new JobTypeInfo(JobTypes.RipPdfs, "ripPdfsJob", LogTypes.BeginPdfRip, LogTypes.EndPdfRip));
}
