using IpsJobs.Core.Jobs;
using IpsJobs.Storage.Sqlite;
using IpsJobs.Storage.Writing;

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
    private readonly InFlight inFlight = new();

    public ItemCommitter(CommitWriter writer, ReadSessions reads, FileBatch files)
    {
        this.writer = writer;
        this.reads = reads;
        this.files = files;
        thread = new BatchThread<PendingItem>("ips-files", MaxBatch, QueueLength, CommitBatch);
    }

    /// <returns>Id of the asset added or changed; null when the item changes none.</returns>
    public async Task<long?> CommitAsync(ItemCommit item, CancellationToken cancellationToken)
    {
        if (item.Files.Count == 0)
            return await writer.RunAsync(s => ItemWrites.Commit(s, item), cancellationToken).ConfigureAwait(false);
        var pending = new PendingItem(item, cancellationToken);
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
        var checkedItems = batch.Where(Check).ToList();
        try
        {
            files.Apply([.. checkedItems.Select(i => i.Staged)]);
        }
        catch (Exception failure)
        {
            foreach (var item in checkedItems)
                item.Fail(failure);
            return;
        }
        foreach (var item in checkedItems)
            Continue(item);
    }

    // False when the item is answered already: refused, cancelled, or done before, in which case its files stay where they are.
    private bool Check(PendingItem pending)
    {
        try
        {
            pending.CancellationToken.ThrowIfCancellationRequested();
            if (!reads.Read(s => ItemWrites.IsDone(s, pending.Item)))
                return true;
            Send(pending);
        }
        catch (Exception failure)
        {
            pending.Fail(failure);
        }
        return false;
    }

    private void Continue(PendingItem pending)
    {
        if (pending.Staged.Failure is { } failure)
            pending.Fail(failure);
        else
            Send(pending);
    }

    // Not awaited: the next batch is flushed while the writer commits the rows of this one.
    private void Send(PendingItem pending)
    {
        inFlight.Enter();
        _ = WriteRowsAsync(pending);
    }

    private async Task WriteRowsAsync(PendingItem pending)
    {
        try
        {
            // The files are in place: from here on only a failure may keep the rows from following.
            pending.Complete(await writer.RunAsync(s => ItemWrites.Commit(s, pending.Item), CancellationToken.None).ConfigureAwait(false));
        }
        catch (Exception failure)
        {
            TakeBack(pending, failure);
        }
        finally
        {
            inFlight.Leave();
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
