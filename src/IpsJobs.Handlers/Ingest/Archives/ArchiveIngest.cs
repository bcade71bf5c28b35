using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Messages;
using Microsoft.Extensions.Options;

namespace IpsJobs.Handlers.Ingest;

/// <summary>Takes in what archives hold; the archive itself becomes no asset.</summary>
/// <remarks>
/// The last file of an archive gets the archive's own key, and what is to be committed with the archive. So an archive is done
/// exactly when all of its files are, and a run after a kill goes through it again, past the files that have their row.
/// </remarks>
public sealed class ArchiveIngest(IOptions<ArchiveOptions> options)
{
    /// <summary>True for archives that the job wants unpacked; archives inside of archives are not.</summary>
    internal static bool AppliesTo(JobRun run, IngestItem item) =>
        item is { Part: null, Size: > 0 }
        && item.Settings.Options.UnCompress?.Process == UnCompressProcesses.UnCompress
        && ArchiveReader.Knows(item.FileName)
        && NameCheck.FindRefusal(run.Company, item.ItemKey, item.Folder, item.FileName) is null;

    /// <summary>Gives every entry its row.</summary>
    /// <param name="run">The job.</param>
    /// <param name="archive">The archive; its file is gone afterwards.</param>
    /// <param name="ingest">Takes in one file with its parts.</param>
    /// <param name="cancellationToken">Leaves the rest to the next run.</param>
    /// <exception cref="FatalJobException">The disk is full.</exception>
    internal async Task<IngestResult> IngestAsync(
        JobRun run, IngestItem archive, Func<IngestItem, CancellationToken, Task<IngestResult>> ingest, CancellationToken cancellationToken)
    {
        var path = archive.Folder + archive.FileName;
        try
        {
            var limits = new ArchiveLimits(options.Value, path, archive.Size);
            var plan = await Task.Run(() => new ArchivePlan(run, archive, limits).Make(cancellationToken), cancellationToken);
            if (!plan.Any(e => e.Counts))
                await SkipAsync(run, plan, cancellationToken);
            return plan.Any(e => e.Counts)
                ? await new Unpacking(run, archive, plan, limits, ingest).RunAsync(cancellationToken)
                : await RejectAsync(run, archive, new LocalizedMessage("Log.Archive.Empty", path), cause: null, cancellationToken);
        }
        catch (ArchiveRefusedException refused)
        {
            return await RejectAsync(run, archive, refused.Reason, cause: null, cancellationToken);
        }
        catch (IOException broken)
        {
            return await RejectAsync(run, archive, new LocalizedMessage("Log.Upload.DiskError", path), DiskFailure.CauseOf(broken), cancellationToken);
        }
        finally
        {
            File.Delete(archive.StagedPath);
        }
    }

    private static async Task SkipAsync(JobRun run, List<PlannedEntry> plan, CancellationToken cancellationToken)
    {
        foreach (var entry in plan.Where(e => !run.DoneItems.Contains(e.ItemKey)))
            await run.CommitAsync(new ItemCommit(run.Instance.InstanceId, entry.Refusal!), cancellationToken);
    }

    private static async Task<IngestResult> RejectAsync(
        JobRun run, IngestItem archive, LocalizedMessage reason, string? cause, CancellationToken cancellationToken)
    {
        var row = UploadRows.Error(archive.ItemKey, archive.Folder + archive.FileName, reason);
        await run.CommitAsync(new ItemCommit(run.Instance.InstanceId, row) { Extra = archive.Extra }, cancellationToken);
        return new IngestResult(row.LogType, cause);
    }
}
