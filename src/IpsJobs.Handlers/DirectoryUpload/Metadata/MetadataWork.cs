using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Messages;
using IpsJobs.Handlers.Ingest;

namespace IpsJobs.Handlers.DirectoryUpload;

/// <summary>Applies the metadata files of one run, one after the other: a later one may rename what an earlier one has named.</summary>
/// <remarks>The last line of a file gets the file's own key, so that a file is done exactly when all of its lines are.</remarks>
internal sealed class MetadataWork(JobRun run, ConfinedRoot root, IncomingFiles incoming, MetadataLines lines)
{
    /// <summary>True when some line was not begun because of a stop.</summary>
    public bool Stopped { get; private set; }

    /// <summary>Gives every line of the file its row; a file that cannot be read has one of its own.</summary>
    public async Task DoAsync(SourceFile file, CancellationToken cancellationToken)
    {
        var staged = Path.Combine(run.StagingDirectory, Guid.NewGuid().ToString("N"));
        try
        {
            // What changes under our hands comes back with the next run, like every file.
            if (SourceCopy.Copy(root, file, staged, cancellationToken) is { } hash)
                await ApplyAsync(file, MetadataFile.Read(staged, file.FileName), hash, cancellationToken);
        }
        catch (MetadataFileException)
        {
            await RejectAsync(file, new LocalizedMessage("Log.MetadataFile.Unreadable", file.Target), cancellationToken);
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException)
        {
            if (broken is IOException disk)
                _ = DiskFailure.CauseOf(disk);
            await RejectAsync(file, new LocalizedMessage("Log.Upload.DiskError", file.Target), cancellationToken);
        }
        finally
        {
            File.Delete(staged);
        }
    }

    private async Task ApplyAsync(SourceFile file, List<MetadataLine> all, byte[] hash, CancellationToken cancellationToken)
    {
        if (all.Count == 0)
            await RejectAsync(file, new LocalizedMessage("Log.MetadataFile.Empty", file.Target), cancellationToken);
        for (var i = 0; i < all.Count; i++)
        {
            var isLast = i == all.Count - 1;
            var key = isLast ? file.ItemKey : ItemKeys.OfEntry(file.ItemKey, i, all[i].Name, counts: true);
            if (run.DoneItems.Contains(key))
                continue;
            if (run.StopRequested)
            {
                Stopped = true;
                return;
            }
            await lines.ApplyAsync(run, all[i], key, isLast ? TakenOf(file, hash) : null, cancellationToken);
        }
        if (all.Count > 0)
            incoming.PutAway(file);
    }

    private Task<long?> RejectAsync(SourceFile file, LocalizedMessage reason, CancellationToken cancellationToken) => run.CommitAsync(
        new ItemCommit(run.Instance.InstanceId, MetadataLines.Failure(file.ItemKey, AssetNaming.BaseName(file.FileName), reason))
        {
            Extra = MetadataLines.Counted,
        },
        cancellationToken);

    private LedgerEntry TakenOf(SourceFile file, byte[] hash) => new(run.Company.CompanyId, file.Path, file.Size, file.ModifiedUtc, hash);
}
