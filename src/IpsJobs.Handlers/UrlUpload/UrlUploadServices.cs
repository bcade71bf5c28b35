using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Handlers.Ingest;
using Microsoft.Extensions.DependencyInjection;

namespace IpsJobs.Handlers.UrlUpload;

/// <summary>Registers uploads by address.</summary>
public static class UrlUploadServices
{
    /// <summary>Adds the job type <c>UrlUpload</c>.</summary>
    public static IServiceCollection AddUrlUpload(this IServiceCollection services)
    {
        services.AddOptions<UrlUploadOptions>()
            .BindConfiguration(UrlUploadOptions.Section)
            .Validate(o => o.Parallel > 0, "UrlUpload:Parallel must be above 0")
            .Validate(o => o.Batch > 0, "UrlUpload:Batch must be above 0")
            .Validate(o => o.Retries >= 0, "UrlUpload:Retries must be 0 or more")
            .Validate(o => o.RetryDelay >= TimeSpan.Zero, "UrlUpload:RetryDelay must not be negative")
            .Validate(o => o.IdleTimeout > TimeSpan.Zero, "UrlUpload:IdleTimeout must be above 0")
            .Validate(o => o.TotalTimeout > TimeSpan.Zero, "UrlUpload:TotalTimeout must be above 0")
            .ValidateOnStart();
        return services
            .AddIngest()
            .AddSingleton<UrlFetcher>()
            .AddJobType<UrlUploadHandler, UrlUploadRules>(
                new JobTypeInfo(JobTypes.UrlUpload, "uploadUrlsJob", LogTypes.BeginUploadUrls, LogTypes.EndUploadUrls));
    }
}
