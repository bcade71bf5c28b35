using IpsJobs.Core.Files;
using IpsJobs.Core.Jobs;
using IpsJobs.Storage.Sqlite;
using IpsJobs.Storage.Writing;
using Microsoft.Extensions.Logging;

namespace IpsJobs.Storage.Files;

/// <summary>The stage in front of the writer for items with files: one flush serves all that arrived during the last one.</summary>
/// <remarks>Files are in place and durable before their rows are written, so a row never names bytes that a power cut can take.</remarks>
internal sealed class ItemCommitter : IAsyncDisposable, IDisposable
{
    private const int MaxBatch = 512;
    private const int QueueLength = 4096;
    private readonly BatchThread<PendingItem> thread;
    private readonly CommitWriter writer;
    private readonly ReadSessions reads;
    private readonly FileBatch files;
    private readonly DataFolder data;
    private readonly ILogger<ItemCommitter> logger;
    private readonly InFlight inFlight = new();

    public ItemCommitter(CommitWriter writer, ReadSessions reads, FileBatch files, DataFolder data, ILogger<ItemCommitter> logger)
    {
        this.writer = writer;
        this.reads = reads;
        this.files = files;
        this.data = data;
        this.logger = logger;
        thread = new BatchThread<PendingItem>("ips-files", MaxBatch, QueueLength, CommitBatch);
    }

    /// <returns>Id of the asset added or changed; null when the item changes none.</returns>
    public async Task<long?> CommitAsync(ItemCommit item, CancellationToken cancellationToken)
    {
        if (item.Files.Count == 0 && item.Obsolete.Count == 0)
            return (await writer.RunAsync(s => ItemWrites.Commit(s, [item]), cancellationToken).ConfigureAwait(false))[0];
        // After a kill the key is what tells whether the rows of moved files were written.
        var key = item.Row.ItemKey ?? throw new ArgumentException("An item with files needs a key", nameof(item));
        var undo = UndoFolder.Of(data, item.InstanceId, key);
        var pending = new PendingItem(item, undo, cancellationToken);
        await thread.AddAsync(pending, cancellationToken).ConfigureAwait(false);
        return await pending.Answer.ConfigureAwait(false);
    }

    /// <summary>Waits for the items taken on; the writer must still run.</summary>
    public async ValueTask DisposeAsync()
    {
        await thread.DisposeAsync().ConfigureAwait(false);
        await inFlight.WhenEmptyAsync().ConfigureAwait(false);
    }

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    // Outermost loop: a failure is told to every caller of the batch.
    private void CommitBatch(IReadOnlyList<PendingItem> batch)
    {
        IReadOnlyList<PendingItem> due = [];
        try
        {
            due = Check(batch);
            files.Apply([.. due.Select(i => i.Staged)]);
        }
        catch (Exception failure)
        {
            foreach (var item in batch)
                item.Fail(failure);
            return;
        }
        foreach (var item in due.Where(i => i.Staged.Failure is not null))
            item.Fail(item.Staged.Failure!);
        Send([.. due.Where(i => i.Staged.Failure is null)]);
    }

    // Those whose files are to be moved. The others are answered: refused, cancelled, or done before, in which case their files stay where they are.
    private List<PendingItem> Check(IReadOnlyList<PendingItem> batch) => reads.Read(session =>
    {
        var checks = new ItemChecks(session);
        return batch.Where(i => IsDue(i, checks)).ToList();
    });

    private static bool IsDue(PendingItem pending, ItemChecks checks)
    {
        try
        {
            pending.CancellationToken.ThrowIfCancellationRequested();
            if (!checks.IsDone(pending.Item))
                return true;
            pending.Complete(checks.FindAsset(pending.Item));
        }
        catch (Exception failure)
        {
            pending.Fail(failure);
        }
        return false;
    }

    // Not awaited: the next batch is flushed while the writer commits the rows of this one.
    private void Send(IReadOnlyList<PendingItem> items)
    {
        if (items.Count == 0)
            return;
        inFlight.Enter();
        _ = WriteAllRowsAsync(items);
    }

    private async Task WriteAllRowsAsync(IReadOnlyList<PendingItem> items)
    {
        try
        {
            if (!await TryWriteRowsAsync(items, isLast: items.Count == 1).ConfigureAwait(false))
            {
                // Something is wrong with one of them, which is nothing to the others.
                foreach (var item in items)
                    await TryWriteRowsAsync([item], isLast: true).ConfigureAwait(false);
            }
        }
        finally
        {
            inFlight.Leave();
        }
    }

    // False, with nothing written and nobody answered, when they failed and it was not the last attempt.
    private async Task<bool> TryWriteRowsAsync(IReadOnlyList<PendingItem> items, bool isLast)
    {
        IReadOnlyList<long?> changed;
        try
        {
            // The files are in place: from here on only a failure may keep the rows from following.
            changed = await writer.RunAsync(s => ItemWrites.Commit(s, items.Select(i => i.Item)), CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            if (!isLast && failure is not StoreUnavailableException)
                return false;
            foreach (var item in items)
                TakeBack(item, failure);
            return true;
        }
        for (var i = 0; i < items.Count; i++)
        {
            Settle(items[i]);
            items[i].Complete(changed[i]);
        }
        return true;
    }

    // What cannot be removed now goes with the staging folder of the instance.
    private void Settle(PendingItem pending)
    {
        try
        {
            pending.Staged.Settle();
        }
        catch (Exception kept) when (kept is IOException or UnauthorizedAccessException)
        {
            logger.LogWarning(kept, "The undo folder of an item of instance {InstanceId} stays for now", pending.Item.InstanceId);
        }
    }

    private static void TakeBack(PendingItem pending, Exception failure)
    {
        try
        {
            pending.Staged.Undo();
            pending.Fail(failure);
        }
        catch (Exception undo) when (undo is IOException or UnauthorizedAccessException)
        {
            pending.Fail(new AggregateException(failure, undo));
        }
    }
}
