using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Handlers.Publishing;
using Microsoft.Extensions.DependencyInjection;

namespace IpsJobs.Handlers.MetadataPublish;

/// <summary>Registers the metadata publish.</summary>
public static class MetadataPublishServices
{
    /// <summary>Adds the job type <see cref="JobTypes.MetadataPublish"/>.</summary>
    public static IServiceCollection AddMetadataPublish(this IServiceCollection services) => services
        .AddPublishing()
        .AddSingleton<MetadataPlanner>()
        .AddSingleton<MetadataDelivery>()
        .AddJobType<MetadataPublishHandler, MetadataPublishRules>(new JobTypeInfo(
            JobTypes.MetadataPublish, "metadataPublishJob", LogTypes.BeginMetadata, LogTypes.EndMetadata));
}
