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
    // Larger ones are few per second, so they gain nothing from a common commit, and many of them at once would fill the staging folder.
    private const long SmallFile = 1024 * 1024;

    private static readonly string[] Taken = [LogTypes.UploadSuccess, LogTypes.FileUpdated, LogTypes.DuplicateSkipped];

    private readonly SemaphoreSlim copying = new(copiers);
    private readonly FailureStreak failures = new();
    private long lastStaged;
    private volatile bool stopped;

    /// <summary>True when some file was not begun because of a stop.</summary>
    public bool Stopped => stopped;

    /// <summary>Gives the file its row.</summary>
    /// <exception cref="FatalJobException">It was one failure too many, or the disk is full.</exception>
    public async Task DoAsync(SourceFile file, CancellationToken cancellationToken)
    {
        if (run.StopRequested)
        {
            stopped = true;
            await CommitAsync(UploadRows.Cancelled(file.ItemKey, file.Target), JobCounters.None, cancellationToken);
            return;
        }
        if (file.Refusal is { } refusal)
            await CommitAsync(refusal, JobCounters.None, cancellationToken);
        else
            await TakeAsync(file, cancellationToken);
        if (file.Counts)
            progress.End(file.Target);
    }

    public void Dispose() => copying.Dispose();

    private async Task TakeAsync(SourceFile file, CancellationToken cancellationToken)
    {
        using var slot = await Slot.TakeAsync(copying, cancellationToken);
        progress.Begin(file.Target);
        var staged = Path.Combine(run.StagingDirectory, Interlocked.Increment(ref lastStaged).ToString(CultureInfo.InvariantCulture));
        try
        {
            if (SourceCopy.Copy(root, file, staged, cancellationToken) is { } hash)
                await IngestAsync(file, staged, hash, slot, cancellationToken);
            else
                await LeaveAsync(file, cancellationToken);
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException)
        {
            var cause = broken is IOException disk ? DiskFailure.CauseOf(disk) : "access";
            var row = UploadRows.Error(file.ItemKey, file.Target, new LocalizedMessage("Log.Upload.DiskError", file.Target));
            await CommitAsync(row, JobCounters.None, cancellationToken);
            failures.Note(cause);
        }
        finally
        {
            File.Delete(staged);
        }
    }

    private async Task IngestAsync(SourceFile file, string staged, byte[] hash, Slot slot, CancellationToken cancellationToken)
    {
        if (IsLight(file))
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

    private bool IsLight(SourceFile file) =>
        file.Size <= SmallFile
        && NameCheck.Classify(run.Company, AssetNaming.Clean(file.FileName) ?? "") is FileClass.Known { NameSpace: NameSpace.Static };

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

    /// <summary>A place among the copiers, given back once, early or at the end.</summary>
    private sealed class Slot(SemaphoreSlim places) : IDisposable
    {
        private int given;

        public static async Task<Slot> TakeAsync(SemaphoreSlim places, CancellationToken cancellationToken)
        {
            await places.WaitAsync(cancellationToken);
            return new Slot(places);
        }

        public void Dispose()
        {
            if (Interlocked.Exchange(ref given, 1) == 0)
                places.Release();
        }
    }
}
