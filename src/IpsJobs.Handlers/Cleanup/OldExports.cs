using IpsJobs.Core.Exports;
using IpsJobs.Core.Files;
using IpsJobs.Core.Jobs;
using Microsoft.Extensions.Logging;

namespace IpsJobs.Handlers.Cleanup;

/// <summary>Removes archives of exports whose time is over: the file first, so that nothing is forgotten that is still there.</summary>
public sealed class OldExports(IExportStore exports, DataFolder data, ILogger<OldExports> logger)
{
    /// <exception cref="JobStoppedException">A stop was asked for; what is removed stays removed.</exception>
    public async Task RemoveAsync(JobRun run, CancellationToken cancellationToken)
    {
        var removed = 0;
        foreach (var archive in await exports.ListExpiredAsync(run.UtcNow, cancellationToken))
        {
            run.Checkpoint();
            if (!TryDelete(archive))
                continue;
            await exports.RemoveAsync(archive.Token, cancellationToken);
            removed++;
        }

        if (removed > 0)
            await CleanupRows.CommitAsync(run, CleanupRows.ExportsRemoved(removed), cancellationToken);
    }

    private bool TryDelete(ExportArchive archive)
    {
        try
        {
            var path = data.Exports.Resolve(archive.Path);
            File.Delete(path);
            if (Path.GetDirectoryName(path) is { } folder && Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any())
                Directory.Delete(folder);
            return true;
        }
        catch (DirectoryNotFoundException)
        {
            return true;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            logger.LogWarning(refused, "The archive of export {InstanceId} cannot be removed", archive.InstanceId);
            return false;
        }
    }
}
