using System.Runtime.CompilerServices;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Messages;
using IpsJobs.Handlers.Ingest;

namespace IpsJobs.Handlers.UrlUpload;

/// <summary>The work on single entries within one run; called for several entries at a time.</summary>
internal sealed class UrlUploadWork(
    JobRun run, UploadSettings settings, UrlFetcher fetcher, FileIngest ingest, UploadProgress progress, int fetches) : IDisposable
{
    private readonly WorkSlots slots = new(fetches);
    private readonly FailureStreak failures = new();
    private volatile bool stopped;

    /// <summary>True when some entry was not begun because of a stop.</summary>
    public bool Stopped => stopped;

    /// <summary>The entries of one asset at a time, each as soon as there is a place for it: jobs begin their files in the order of the request.</summary>
    public async IAsyncEnumerable<Turn> InTurnAsync(
        IEnumerable<IEnumerable<UploadEntry>> assets, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var sameName in assets)
        {
            var left = sameName.Where(IsLeft).ToList();
            if (left.Count > 0)
                yield return new Turn(left, await slots.TakeAsync(cancellationToken));
        }
    }

    /// <summary>Gives the entries their rows, one after another.</summary>
    /// <exception cref="FatalJobException">It was one failure too many, or the disk is full.</exception>
    public async Task DoAsync(Turn turn, CancellationToken cancellationToken)
    {
        await DoAsync(turn.Entries[0], turn.Slot, cancellationToken);
        foreach (var entry in turn.Entries.Skip(1))
            await DoAsync(entry, await slots.TakeAsync(cancellationToken), cancellationToken);
    }

    public void Dispose() => slots.Dispose();

    private bool IsLeft(UploadEntry entry)
    {
        if (!run.DoneItems.Contains(entry.ItemKey))
            return true;
        progress.End(entry.Destination.Path);
        return false;
    }

    private async Task DoAsync(UploadEntry entry, WorkSlots.Slot place, CancellationToken cancellationToken)
    {
        var path = entry.Destination.Path;
        using var slot = place;
        // Asked only now: many may wait for a place when somebody asks for a stop.
        if (run.StopRequested)
        {
            stopped = true;
            slot.Dispose();
            await CommitAsync(UploadRows.Cancelled(entry.ItemKey, path), JobCounters.None, cancellationToken);
            return;
        }
        progress.Begin(path);
        await NoteAsync(entry, slot, cancellationToken);
        progress.End(path);
    }

    private async Task NoteAsync(UploadEntry entry, WorkSlots.Slot slot, CancellationToken cancellationToken)
    {
        try
        {
            failures.Note(await ProcessAsync(entry, slot, cancellationToken));
        }
        catch (FatalJobException)
        {
            slot.Keep();
            throw;
        }
    }

    /// <returns>What broke outside the file; null for success and for failures of the file itself.</returns>
    private async Task<string?> ProcessAsync(UploadEntry entry, WorkSlots.Slot slot, CancellationToken cancellationToken)
    {
        if (entry.Refusal is { } refusal)
        {
            slot.Dispose();
            await CommitAsync(refusal, JobCounters.None, cancellationToken);
            return null;
        }
        var staged = Path.Combine(run.StagingDirectory, entry.ItemKey);
        try
        {
            var file = await fetcher.FetchAsync(entry.Source, staged, cancellationToken);
            if (LightFiles.IsOne(run.Company, entry.Destination.FileName, file.Size))
                slot.Dispose();
            var result = await ingest.IngestAsync(run, Item(entry, staged, file), cancellationToken);
            stopped |= result.LogType == LogTypes.FileCancel;
            return result.FailureCause;
        }
        catch (FetchFailedException failed)
        {
            return await RejectAsync(entry, failed.Reason, failed.Cause, cancellationToken);
        }
        catch (IOException broken)
        {
            var cause = DiskFailure.CauseOf(broken);
            return await RejectAsync(entry, new LocalizedMessage("Log.Upload.DiskError", entry.Destination.Path), cause, cancellationToken);
        }
    }

    private IngestItem Item(UploadEntry entry, string staged, FetchedFile file) => new()
    {
        ItemKey = entry.ItemKey,
        StagedPath = staged,
        Folder = entry.Destination.Folder,
        FileName = entry.Destination.FileName,
        Size = file.Size,
        Sha256 = file.Sha256,
        Settings = settings,
        Extra = new JobCounters { TransferSuccess = 1 },
    };

    private async Task<string?> RejectAsync(UploadEntry entry, LocalizedMessage reason, string? cause, CancellationToken cancellationToken)
    {
        var row = UploadRows.Error(entry.ItemKey, entry.Destination.Path, reason);
        await CommitAsync(row, new JobCounters { TransferError = 1 }, cancellationToken);
        return cause;
    }

    private Task<long?> CommitAsync(LogRow row, JobCounters extra, CancellationToken cancellationToken) =>
        run.CommitAsync(new ItemCommit(run.Instance.InstanceId, row) { Extra = extra }, cancellationToken);

    /// <param name="Entries">Those of one asset that have no row yet.</param>
    /// <param name="Slot">The place of the first.</param>
    internal sealed record Turn(IReadOnlyList<UploadEntry> Entries, WorkSlots.Slot Slot);
}
