using System.Globalization;
using IpsJobs.Core.Files;
using IpsJobs.Core.Jobs;
using Microsoft.Extensions.Logging;

namespace IpsJobs.Handlers.Cleanup;

/// <summary>Removes staged files of jobs that have ended, e.g. because the service was cut off between the two.</summary>
public sealed class StrayStaging(DataFolder data, IJobQueries queries, ILogger<StrayStaging> logger)
{
    /// <exception cref="JobStoppedException">A stop was asked for; what is removed stays removed.</exception>
    public async Task RemoveAsync(JobRun run, CancellationToken cancellationToken)
    {
        var removed = 0;
        foreach (var folder in Folders())
        {
            run.Checkpoint();
            if (await IsStrayAsync(folder, cancellationToken) && await TryDeleteAsync(run, folder, cancellationToken))
                removed++;
        }

        if (removed > 0)
            await CleanupRows.CommitAsync(run, CleanupRows.StagingRemoved(removed), cancellationToken);
    }

    private string[] Folders() => Directory.Exists(data.Staging) ? Directory.GetDirectories(data.Staging) : [];

    // The folder of an instance bears its id; whatever has another name is somebody else's.
    private async Task<bool> IsStrayAsync(string folder, CancellationToken cancellationToken)
    {
        if (!long.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var instanceId))
            return false;
        var instance = await queries.FindInstanceAsync(instanceId, cancellationToken);
        return instance is null || instance.State == InstanceState.Done;
    }

    private async Task<bool> TryDeleteAsync(JobRun run, string folder, CancellationToken cancellationToken)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
            return true;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            logger.LogWarning(refused, "The staging folder {Folder} cannot be removed", folder);
            await CleanupRows.CommitAsync(run, CleanupRows.StagingKept(Path.GetFileName(folder)), cancellationToken);
            return false;
        }
    }
}
