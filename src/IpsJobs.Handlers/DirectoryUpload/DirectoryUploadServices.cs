using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Handlers.Ingest;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace IpsJobs.Handlers.DirectoryUpload;

/// <summary>Registers uploads from directories of the server.</summary>
public static class DirectoryUploadServices
{
    /// <summary>Adds the job type <c>UploadFromServerDirectory</c>.</summary>
    public static IServiceCollection AddDirectoryUpload(this IServiceCollection services)
    {
        services.AddOptions<DirectoryUploadOptions>().BindConfiguration(DirectoryUploadOptions.Section).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<DirectoryUploadOptions>, DirectoryUploadOptionsValidator>());
        services.TryAddSingleton<MetadataLines>();
        return services
            .AddIngest()
            .AddJobType<DirectoryUploadHandler, DirectoryUploadRules>(
                new JobTypeInfo(JobTypes.UploadFromServerDirectory, "uploadDirectoryJob", LogTypes.BeginUpload, LogTypes.EndUpload));
    }
}
