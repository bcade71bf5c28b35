using IpsJobs.Core.Accounts;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Messages;
using IpsJobs.Handlers.Publishing;
using IpsJobs.Handlers.Publishing.Catalogs;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IpsJobs.Handlers.ImageServingPublish;

/// <summary>Removes from the targets what the catalogs in force no longer name.</summary>
public sealed class TargetCleanup(IOptions<PublishingOptions> options, ILogger<TargetCleanup> logger)
{
    /// <summary>Cleans up the targets whose catalog this run has replaced; a stop ends it before the next file.</summary>
    public async Task CleanUpAsync(JobRun run, IReadOnlyList<TargetPlan> plans, AuxEntry? note, CancellationToken cancellationToken)
    {
        run.Report(PublishPhases.CleanupStart, PublishPhases.CleaningUp);
        await CommitAsync(run, LogTypes.BeginImageServingPublishCleanup, "#cleanup-begin", note, cancellationToken);
        foreach (var plan in plans)
        {
            await CleanUpAsync(run, plan, plan.Names.ImageRoot, k => k != CatalogKind.Static, cancellationToken);
            await CleanUpAsync(run, plan, plan.Names.StaticRoot, k => k == CatalogKind.Static, cancellationToken);
        }

        await CommitAsync(run, LogTypes.EndImageServingPublishCleanup, "#cleanup-end", note: null, cancellationToken);
    }

    private async Task CleanUpAsync(
        JobRun run, TargetPlan plan, string root, Func<CatalogKind, bool> belongs, CancellationToken cancellationToken)
    {
        var inUse = FilesInUse(plan.Names, belongs);
        foreach (var file in StaleFiles.Find(root, inUse, run.UtcNow - options.Value.CleanupAge))
        {
            if (run.StopRequested)
                return;
            var key = KeyOf(plan.Server, Path.Combine(root, file));
            if (!run.DoneItems.Contains(key))
                await RemoveAsync(run, plan.Server, Path.Combine(root, file), key, cancellationToken);
        }
    }

    private async Task RemoveAsync(JobRun run, PublishServer server, string path, string key, CancellationToken cancellationToken)
    {
        var type = TryRemove(path, server.Name) ? LogTypes.ImageServingPublishCleanupSuccess : LogTypes.ImageServingPublishCleanupFailure;
        var row = new LogRow(type, new LocalizedMessage("Log." + type, PathOnTarget(server, path), server.Name)) { ItemKey = key };
        await run.CommitAsync(new ItemCommit(run.Instance.InstanceId, row), cancellationToken);
    }

    private static string KeyOf(PublishServer server, string path) =>
        FormattableString.Invariant($"#cleanup@{server.ServerId}/{PathOnTarget(server, path)}");

    private static string PathOnTarget(PublishServer server, string path) =>
        Path.GetRelativePath(server.Directory, path).Replace('\\', '/');

    // Read back from the target: only what servers will really read counts.
    private static HashSet<string> FilesInUse(CatalogNames names, Func<CatalogKind, bool> belongs)
    {
        var kinds = CatalogKind.OfAssets.Where(belongs).Select(k => (Kind: k, File: names.FileOf(k)));
        return kinds
            .SelectMany(k => CatalogReader.Read(k.File, k.Kind.Columns).SelectMany(k.Kind.FilesOf))
            .ToHashSet(StringComparer.Ordinal);
    }

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
