using IpsJobs.Core.Jobs;

namespace IpsJobs.Handlers.Cleanup;

/// <summary>The nightly job of the server: removes what has been kept long enough and what ended jobs have left behind, and warns of
/// what is next to go from the trash.</summary>
public sealed class CleanupHandler(
    TrashWarnings warnings, OldTrash trash, OldLogs logs, OldExports exports, StrayStaging staging) : IJobHandler
{
    private const int StagingPercent = 90;

    /// <inheritdoc/>
    public async Task RunAsync(JobRun run, CancellationToken cancellationToken)
    {
        run.Report(0, CleanupRows.Phase);
        await warnings.SendAsync(run, cancellationToken);
        await trash.RemoveAsync(run, cancellationToken);
        await logs.RemoveAsync(run, cancellationToken);
        await exports.RemoveAsync(run, cancellationToken);
        run.Report(StagingPercent, CleanupRows.Phase);
        await staging.RemoveAsync(run, cancellationToken);
    }
}
