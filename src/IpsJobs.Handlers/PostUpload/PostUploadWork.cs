using IpsJobs.Core.Constants;
using IpsJobs.Core.Files;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Messages;
using IpsJobs.Core.Submission;
using IpsJobs.Handlers.Ingest;

namespace IpsJobs.Handlers.PostUpload;

/// <summary>The work on the files of one session within one run.</summary>
internal sealed class PostUploadWork(JobRun run, UploadSettings settings, UploadStaging staging, FileIngest ingest)
{
    private const int Parallel = 4;

    private readonly FailureStreak failures = new();
    private volatile bool stopped;

    /// <summary>True when a file was left in the middle because of a stop.</summary>
    public bool Stopped => stopped;

    /// <summary>Gives every file its row, or leaves those not begun alone when a stop is asked for.</summary>
    /// <param name="pending">Files without a row, in the order they came.</param>
    /// <param name="done">Files of the session that have theirs.</param>
    /// <param name="cancellationToken">Leaves the rest to the next run.</param>
    /// <exception cref="FatalJobException">It was one failure too many, or the disk is full.</exception>
    public Task DoAsync(IReadOnlyList<StagedUpload> pending, int done, CancellationToken cancellationToken)
    {
        var progress = new UploadProgress(run, done + pending.Count, done);
        return System.Threading.Tasks.Parallel.ForEachAsync(
            pending.Select(f => PostedFile.Of(f, run.Company)).GroupBy(f => f.Name, StringComparer.Ordinal),
            new ParallelOptions { MaxDegreeOfParallelism = Parallel, CancellationToken = cancellationToken },
            async (sameName, token) =>
            {
                foreach (var file in sameName)
                    await DoAsync(file, progress, token);
            });
    }

    /// <summary>Gives every file the row of one that was not begun.</summary>
    public async Task CancelAsync(IReadOnlyList<StagedUpload> pending, CancellationToken cancellationToken)
    {
        foreach (var file in pending)
        {
            var row = UploadRows.Cancelled(file.ItemKey, file.Path);
            await run.CommitAsync(new ItemCommit(run.Instance.InstanceId, row), cancellationToken);
            File.Delete(staging.PathOf(file.StagedPath));
        }
    }

    private async Task DoAsync(PostedFile file, UploadProgress progress, CancellationToken cancellationToken)
    {
        if (run.StopRequested)
            return;
        progress.Begin(file.File.Path);
        failures.Note(await ProcessAsync(file, cancellationToken));
        progress.End(file.File.Path);
    }

    /// <returns>What broke outside the file; null for success and for failures of the file itself.</returns>
    private async Task<string?> ProcessAsync(PostedFile file, CancellationToken cancellationToken)
    {
        var received = staging.PathOf(file.File.StagedPath);
        var cause = file.Refusal is { } refusal
            ? await RefuseAsync(refusal, file.Extra, cause: null, cancellationToken)
            : await IngestAsync(file, received, cancellationToken);
        File.Delete(received);
        return cause;
    }

    private async Task<string?> IngestAsync(PostedFile file, string received, CancellationToken cancellationToken)
    {
        string second;
        try
        {
            second = SecondName(file.File, received);
        }
        catch (IOException broken)
        {
            var (path, cause) = (file.File.Path, DiskFailure.CauseOf(broken));
            var row = UploadRows.Error(file.File.ItemKey, path, new LocalizedMessage("Log.Upload.DiskError", path));
            return await RefuseAsync(row, file.Extra, cause, cancellationToken);
        }

        var result = await ingest.IngestAsync(run, Item(file, second), cancellationToken);
        stopped |= result.LogType == LogTypes.FileCancel;
        return result.FailureCause;
    }

    // The bytes have been answered for: they keep their name here until the row is durable, because an interruption between the
    // file's move into place and its row would otherwise leave nothing to begin again with.
    private string SecondName(StagedUpload file, string received)
    {
        var second = Path.Combine(run.StagingDirectory, file.ItemKey);
        File.Delete(second);
        if (!HardLink.TryCreate(received, second))
            File.Copy(received, second);
        return second;
    }

    private async Task<string?> RefuseAsync(LogRow refusal, JobCounters extra, string? cause, CancellationToken cancellationToken)
    {
        await run.CommitAsync(new ItemCommit(run.Instance.InstanceId, refusal) { Extra = extra }, cancellationToken);
        return cause;
    }

    private IngestItem Item(PostedFile file, string stagedPath) => new()
    {
        ItemKey = file.File.ItemKey,
        StagedPath = stagedPath,
        Folder = file.Folder,
        FileName = file.FileName,
        Size = file.File.Size,
        Sha256 = file.File.Sha256,
        Settings = settings,
        Extra = file.Extra,
    };
}
