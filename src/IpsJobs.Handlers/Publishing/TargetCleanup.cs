using IpsJobs.Core.Accounts;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Messages;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IpsJobs.Handlers.Publishing;

/// <summary>Removes from the targets what is no longer published.</summary>
public sealed class TargetCleanup(IOptions<PublishingOptions> options, ILogger<TargetCleanup> logger)
{
    /// <summary>Cleans up with a row per file, between a begin row and an end row; a stop ends it before the next file.</summary>
    public async Task CleanUpAsync(
        JobRun run, PublishFamily family, IEnumerable<CleanupArea> areas, AuxEntry? note, CancellationToken cancellationToken)
    {
        run.Report(PublishPhases.CleanupStart, PublishPhases.CleaningUp);
        await CommitAsync(run, family.BeginCleanup, "#cleanup-begin", note, cancellationToken);
        foreach (var area in areas)
            foreach (var file in StaleIn(run, area))
            {
                var key = KeyOf(area.Plan.Server, file);
                if (!run.StopRequested && !run.DoneItems.Contains(key))
                    await RemoveAsync(run, family, area.Plan.Server, file, key, cancellationToken);
            }

        await CommitAsync(run, family.EndCleanup, "#cleanup-end", note: null, cancellationToken);
    }

    /// <summary>Removes what is stale in one directory without rows of its own; a stop ends it before the next file.</summary>
    /// <returns>Path on the target of every stale file, and whether it is gone.</returns>
    public IEnumerable<(string Path, bool IsGone)> Remove(JobRun run, CleanupArea area)
    {
        foreach (var file in StaleIn(run, area))
        {
            if (run.StopRequested)
                yield break;
            yield return (PathOnTarget(area.Plan.Server, file), TryRemove(file, area.Plan.Server.Name));
        }
    }

    private IEnumerable<string> StaleIn(JobRun run, CleanupArea area)
    {
        var olderThan = area.IsRemovedAtOnce ? DateTimeOffset.MaxValue : run.UtcNow - options.Value.CleanupAge;
        return StaleFiles.Find(area.Root, area.FindInUse(), olderThan).Select(file => Path.Combine(area.Root, file));
    }

    private async Task RemoveAsync(
        JobRun run, PublishFamily family, PublishServer server, string path, string key, CancellationToken cancellationToken)
    {
        // Logs of earlier versions hold these keys; the texts speak of no particular kind of publish.
        var (type, message) = TryRemove(path, server.Name)
            ? (family.CleanupSuccess, "Log.ImageServingPublishCleanupSuccess")
            : (family.CleanupFailure, "Log.ImageServingPublishCleanupFailure");
        var row = new LogRow(type, new LocalizedMessage(message, PathOnTarget(server, path), server.Name)) { ItemKey = key };
        await run.CommitAsync(new ItemCommit(run.Instance.InstanceId, row), cancellationToken);
    }

    private static string KeyOf(PublishServer server, string path) =>
        FormattableString.Invariant($"#cleanup@{server.ServerId}/{PathOnTarget(server, path)}");

    private static string PathOnTarget(PublishServer server, string path) =>
        Path.GetRelativePath(server.Directory, path).Replace('\\', '/');

    private bool TryRemove(string path, string server)
    {
        try
        {
            File.Delete(path);
            return true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            logger.LogWarning(failure, "{Path} could not be removed from {Server}", path, server);
            return false;
        }
    }

    private static Task<long?> CommitAsync(JobRun run, string logType, string key, AuxEntry? note, CancellationToken cancellationToken)
    {
        var row = new LogRow(logType, new LocalizedMessage("Log." + logType)) { ItemKey = key, Aux = note is null ? [] : [note] };
        return run.CommitAsync(new ItemCommit(run.Instance.InstanceId, row), cancellationToken);
    }
}
