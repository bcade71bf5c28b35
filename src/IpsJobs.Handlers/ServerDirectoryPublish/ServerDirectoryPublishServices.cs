using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Handlers.Publishing;
using Microsoft.Extensions.DependencyInjection;

namespace IpsJobs.Handlers.ServerDirectoryPublish;

/// <summary>Registers the server directory publish.</summary>
public static class ServerDirectoryPublishServices
{
    /// <summary>Adds the job type <see cref="JobTypes.ServerDirectoryPublish"/>.</summary>
    public static IServiceCollection AddServerDirectoryPublish(this IServiceCollection services) => services
        .AddPublishing()
        .AddSingleton<DirectoryManifest>()
        .AddJobType<ServerDirectoryPublishHandler, ServerDirectoryPublishRules>(new JobTypeInfo(
            JobTypes.ServerDirectoryPublish,
            "serverDirectoryPublishJob",
            LogTypes.BeginServerDirectoryPublish,
            LogTypes.EndServerDirectoryPublish));
}
