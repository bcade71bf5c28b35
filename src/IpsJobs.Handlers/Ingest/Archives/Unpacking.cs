using System.IO.Hashing;
using System.Security.Cryptography;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Messages;

namespace IpsJobs.Handlers.Ingest;

/// <summary>One way through an archive: entries are unpacked one after the other and taken in a few at a time.</summary>
internal sealed class Unpacking(
    JobRun run, IngestItem archive, List<PlannedEntry> plan, ArchiveLimits limits, Func<IngestItem, CancellationToken, Task<IngestResult>> ingest)
{
    private const int Parallel = 4;
    private const int CopyBuffer = 128 * 1024;

    private static readonly JobCounters Counted = new() { TotalFile = 1 };

    private readonly PlannedEntry closing = plan.Last(e => e.Counts);
    private readonly Dictionary<string, Task> sameName = new(StringComparer.Ordinal);
    private volatile bool failed;
    private volatile bool broken;
    private volatile string? cause;
    private bool stopped;

    /// <summary>Gives every entry its row, the closing one last.</summary>
    public async Task<IngestResult> RunAsync(CancellationToken cancellationToken)
    {
        using var slots = new SemaphoreSlim(Parallel);
        string? last;
        try
        {
            last = await BeginAllAsync(slots, cancellationToken);
        }
        finally
        {
            // Whatever has been begun ends here, with its row or its exception.
            await Task.WhenAll(sameName.Values);
        }
        return stopped ? await CancelAsync(cancellationToken) : await CloseAsync(last, cancellationToken);
    }

    /// <returns>The unpacked closing file; null when it has none.</returns>
    private async Task<string?> BeginAllAsync(SemaphoreSlim slots, CancellationToken cancellationToken)
    {
        var planned = plan.ToDictionary(e => e.Index);
        var index = 0;
        string? last = null;
        foreach (var entry in ArchiveReader.List(archive.StagedPath, archive.FileName, limits))
        {
            if (!planned.TryGetValue(index++, out var file) || (file != closing && run.DoneItems.Contains(file.ItemKey)))
                continue;
            stopped = run.StopRequested;
            if (stopped || broken)
                break;
            if (file == closing)
                last = Unpack(entry, file, cancellationToken);
            else
                await BeginAsync(entry, file, slots, cancellationToken);
        }
        return last;
    }

    private async Task BeginAsync(ArchiveEntry entry, PlannedEntry file, SemaphoreSlim slots, CancellationToken cancellationToken)
    {
        await slots.WaitAsync(cancellationToken);
        var name = AssetNaming.BaseName(AssetNaming.Clean(file.FileName) ?? file.FileName);
        var before = sameName.GetValueOrDefault(name) ?? Task.CompletedTask;
        try
        {
            var staged = Unpack(entry, file, cancellationToken);
            // Files of one name are taken in their order, so that the later one meets the earlier one's asset.
            sameName[name] = FollowAsync(before, file, staged, slots, cancellationToken);
        }
        catch
        {
            slots.Release();
            throw;
        }
    }

    private async Task FollowAsync(Task before, PlannedEntry file, string? staged, SemaphoreSlim slots, CancellationToken cancellationToken)
    {
        try
        {
            await before;
            Note(await TakeAsync(Item(file, staged), file, cancellationToken));
        }
        catch
        {
            broken = true;
            throw;
        }
        finally
        {
            slots.Release();
        }
    }

    private async Task<IngestResult> CloseAsync(string? staged, CancellationToken cancellationToken)
    {
        var item = Item(closing, staged) with
        {
            ItemKey = archive.ItemKey,
            Extra = archive.Extra,
            Taken = failed ? null : archive.Taken,
        };
        var result = await TakeAsync(item, closing, cancellationToken);
        Note(result);
        return new IngestResult(failed ? LogTypes.UploadError : result.LogType, cause);
    }

    // What has its row stays; the archive is named as not processed, and may be taken again.
    private async Task<IngestResult> CancelAsync(CancellationToken cancellationToken)
    {
        var row = UploadRows.Cancelled(archive.ItemKey, archive.Folder + archive.FileName);
        await run.CommitAsync(new ItemCommit(run.Instance.InstanceId, row) { Extra = archive.Extra }, cancellationToken);
        return new IngestResult(row.LogType);
    }

    private void Note(IngestResult result)
    {
        failed |= result.LogType == LogTypes.UploadError;
        cause = result.FailureCause ?? cause;
    }

    private async Task<IngestResult> TakeAsync(IngestItem item, PlannedEntry file, CancellationToken cancellationToken)
    {
        var row = file.Refusal is { } refusal ? refusal with { ItemKey = item.ItemKey } : item.StagedPath.Length == 0 ? Damaged(item) : null;
        if (row is null)
            return await ingest(item, cancellationToken);
        await run.CommitAsync(new ItemCommit(run.Instance.InstanceId, row) { Extra = item.Extra }, cancellationToken);
        return new IngestResult(row.LogType);
    }

    private static LogRow Damaged(IngestItem item) =>
        UploadRows.Error(item.ItemKey, item.Folder + item.FileName, new LocalizedMessage("Log.Archive.Damaged", item.Folder + item.FileName));

    private IngestItem Item(PlannedEntry file, string? staged) => new()
    {
        ItemKey = file.ItemKey,
        StagedPath = staged ?? "",
        Folder = file.Folder,
        FileName = file.FileName,
        Size = staged is null ? 0 : new FileInfo(staged).Length,
        Sha256 = staged is null ? [] : HashOf(staged),
        Settings = archive.Settings with { Options = archive.Settings.Options with { UnCompress = null } },
        Extra = file.Counts ? Counted : JobCounters.None,
    };

    private static byte[] HashOf(string path)
    {
        using var file = File.OpenRead(path);
        return SHA256.HashData(file);
    }

    /// <returns>The unpacked file; null when there is nothing to unpack or the entry is damaged.</returns>
    private string? Unpack(ArchiveEntry entry, PlannedEntry file, CancellationToken cancellationToken)
    {
        if (file.Refusal is not null)
            return null;
        var staged = Path.Combine(run.StagingDirectory, Guid.NewGuid().ToString("N"));
        try
        {
            using var target = File.Create(staged);
            Copy(entry, target, cancellationToken);
            return staged;
        }
        catch (Exception damaged)
        {
            File.Delete(staged);
            if (ArchivePlan.IsDamage(damaged))
                return null;
            throw;
        }
    }

    // The reader of zip files ends where the archive says and checks nothing: half a file must not enter the store.
    private static void Copy(ArchiveEntry entry, FileStream target, CancellationToken cancellationToken)
    {
        var content = entry.Open();
        var buffer = new byte[CopyBuffer];
        var sum = new Crc32();
        var bytes = 0L;
        while (content.Read(buffer) is var read and > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            bytes += read;
            sum.Append(buffer.AsSpan(0, read));
            target.Write(buffer.AsSpan(0, read));
        }
        if (bytes != (entry.Length ?? bytes) || (entry.Crc32 ?? sum.GetCurrentHashAsUInt32()) != sum.GetCurrentHashAsUInt32())
            throw new InvalidDataException("The entry holds something else than its archive says");
    }
}
