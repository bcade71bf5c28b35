using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Handlers.Ingest;
using Microsoft.Extensions.DependencyInjection;

namespace IpsJobs.Handlers.PostUpload;

/// <summary>Registers uploads by HTTP POST.</summary>
public static class PostUploadServices
{
    /// <summary>Adds the job type <c>UploadPost</c> and the watch over its sessions.</summary>
    /// <remarks>The watch dispatches what it finds at the start: register it after the dispatcher.</remarks>
    public static IServiceCollection AddPostUpload(this IServiceCollection services) => services
        .AddIngest()
        .AddHostedService<UploadSessionWatch>()
        .AddJobType<PostUploadHandler, PostUploadRules>(
            new JobTypeInfo(JobTypes.UploadPost, "uploadPostJob", LogTypes.BeginUpload, LogTypes.EndUpload));
}
