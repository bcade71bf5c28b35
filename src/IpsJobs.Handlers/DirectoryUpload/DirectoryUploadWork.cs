using System.Globalization;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Messages;
using IpsJobs.Handlers.Ingest;

namespace IpsJobs.Handlers.DirectoryUpload;

/// <summary>The work on single files within one run; called for many files at a time.</summary>
internal sealed class DirectoryUploadWork(
    JobRun run, UploadSettings settings, ConfinedRoot root, IncomingFiles incoming, FileIngest ingest, UploadProgress progress, int copiers)
    : IDisposable
{
    private static readonly string[] Taken = [LogTypes.UploadSuccess, LogTypes.FileUpdated, LogTypes.DuplicateSkipped];

    private readonly WorkSlots slots = new(copiers);
    private readonly FailureStreak failures = new();
    private long lastStaged;
    private volatile bool stopped;

    /// <summary>True when some file was not begun because of a stop.</summary>
    public bool Stopped => stopped;

    /// <summary>Gives the file its row.</summary>
    /// <exception cref="FatalJobException">It was one failure too many, or the disk is full.</exception>
    public async Task DoAsync(SourceFile file, CancellationToken cancellationToken)
    {
        using var slot = await slots.TakeAsync(cancellationToken);
        // Asked only now: hundreds may wait for a place when somebody asks for a stop.
        if (run.StopRequested)
        {
            stopped = true;
            slot.Dispose();
            await CommitAsync(UploadRows.Cancelled(file.ItemKey, file.Target), JobCounters.None, cancellationToken);
            return;
        }
        if (file.Refusal is null)
            await TakeAsync(file, slot, cancellationToken);
        else
            await RefuseAsync(file.Refusal, slot, cancellationToken);
        if (file.Counts)
            progress.End(file.Target);
    }

    public void Dispose() => slots.Dispose();

    private Task<long?> RefuseAsync(LogRow refusal, WorkSlots.Slot slot, CancellationToken cancellationToken)
    {
        slot.Dispose();
        return CommitAsync(refusal, JobCounters.None, cancellationToken);
    }

    private async Task TakeAsync(SourceFile file, WorkSlots.Slot slot, CancellationToken cancellationToken)
    {
        progress.Begin(file.Target);
        try
        {
            await CopyAsync(file, slot, cancellationToken);
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException)
        {
            var cause = broken is IOException disk ? DiskFailure.CauseOf(disk) : "access";
            var row = UploadRows.Error(file.ItemKey, file.Target, new LocalizedMessage("Log.Upload.DiskError", file.Target));
            await CommitAsync(row, JobCounters.None, cancellationToken);
            failures.Note(cause);
        }
    }

    private async Task CopyAsync(SourceFile file, WorkSlots.Slot slot, CancellationToken cancellationToken)
    {
        var staged = Path.Combine(run.StagingDirectory, Interlocked.Increment(ref lastStaged).ToString(CultureInfo.InvariantCulture));
        byte[]? hash = null;
        try
        {
            hash = SourceCopy.Copy(root, file, staged, cancellationToken);
        }
        finally
        {
            if (hash is null)
                File.Delete(staged);
        }
        if (hash is null)
            await LeaveAsync(file, cancellationToken);
        else
            await IngestAsync(file, staged, hash, slot, cancellationToken);
    }

    private async Task IngestAsync(SourceFile file, string staged, byte[] hash, WorkSlots.Slot slot, CancellationToken cancellationToken)
    {
        if (LightFiles.IsOne(run.Company, file.FileName, file.Size))
            slot.Dispose();
        var result = await ingest.IngestAsync(run, Item(file, staged, hash), cancellationToken);
        failures.Note(result.FailureCause);
        stopped |= result.LogType == LogTypes.FileCancel;
        if (Taken.Contains(result.LogType))
            incoming.PutAway(file);
    }

    // It comes back with the next run; the total, which was written before, must not wait for it.
    private Task<long?> LeaveAsync(SourceFile file, CancellationToken cancellationToken) =>
        CommitAsync(UploadRows.Skipped(file.ItemKey, file.Target, "Log.Upload.Changing"), new JobCounters { TotalFile = -1 }, cancellationToken);

    private IngestItem Item(SourceFile file, string staged, byte[] hash) => new()
    {
        ItemKey = file.ItemKey,
        StagedPath = staged,
        Folder = file.Folder,
        FileName = file.FileName,
        Size = file.Size,
        Sha256 = hash,
        Settings = settings,
        Taken = new LedgerEntry(run.Company.CompanyId, file.Path, file.Size, file.ModifiedUtc, hash),
    };

    private Task<long?> CommitAsync(LogRow row, JobCounters extra, CancellationToken cancellationToken) =>
        run.CommitAsync(new ItemCommit(run.Instance.InstanceId, row) { Extra = extra }, cancellationToken);
}
