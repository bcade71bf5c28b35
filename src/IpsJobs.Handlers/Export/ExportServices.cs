using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Handlers.Publishing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IpsJobs.Handlers.Export;

/// <summary>Registers the export.</summary>
public static class ExportServices
{
    private const long LargestArchive = 4L * 1024 * 1024 * 1024 * 1024;

    /// <summary>Adds the job type <see cref="JobTypes.Export"/>.</summary>
    public static IServiceCollection AddExport(this IServiceCollection services)
    {
        services.AddOptions<ExportOptions>()
            .BindConfiguration(ExportOptions.Section)
            .Validate(o => o.MaxBytes is > 0 and <= LargestArchive, "Export:MaxBytes must be 1 to 4 TB")
            .Validate(o => o.RetentionDays is >= 1 and <= 3650, "Export:RetentionDays must be 1 to 3650")
            .ValidateOnStart();
        services.TryAddSingleton<ImagePresets>();
        return services.AddJobType<ExportHandler, ExportRules>(new JobTypeInfo(
            JobTypes.Export, "exportJob", LogTypes.BeginGet, LogTypes.EndGet));
    }
}
