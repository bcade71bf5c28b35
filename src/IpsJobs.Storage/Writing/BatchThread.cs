using System.Threading.Channels;

namespace IpsJobs.Storage.Writing;

/// <summary>A thread that takes what has arrived while it was busy and handles it as one batch.</summary>
/// <remarks>A thread of its own, because commits and flushes block, and under load they would hold a pool thread without end.</remarks>
internal sealed class BatchThread<T> : IAsyncDisposable
{
    private readonly Channel<T> queue;
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Action<IReadOnlyList<T>> handle;
    private readonly int maxBatch;

    /// <param name="name">Name of the thread.</param>
    /// <param name="maxBatch">Most items of a batch.</param>
    /// <param name="queueLength">Items that may wait; callers beyond it wait for a place.</param>
    /// <param name="handle">Handles a batch; must not throw.</param>
    public BatchThread(string name, int maxBatch, int queueLength, Action<IReadOnlyList<T>> handle)
    {
        this.handle = handle;
        this.maxBatch = maxBatch;
        // The waiting thread only sets an event, so waking it inline is safe and saves a hop over the pool.
        queue = Channel.CreateBounded<T>(new BoundedChannelOptions(queueLength) { SingleReader = true, AllowSynchronousContinuations = true });
        new Thread(Run) { IsBackground = true, Name = name }.Start();
    }

    /// <exception cref="StoreUnavailableException">The service is shutting down.</exception>
    public async ValueTask AddAsync(T item, CancellationToken cancellationToken)
    {
        if (queue.Writer.TryWrite(item))
            return;
        try
        {
            await queue.Writer.WriteAsync(item, cancellationToken).ConfigureAwait(false);
        }
        catch (ChannelClosedException closed)
        {
            throw new StoreUnavailableException("The service is shutting down", closed);
        }
    }

    /// <summary>Takes nothing more, handles what has arrived, and ends.</summary>
    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await ended.Task.ConfigureAwait(false);
    }

    private void Run()
    {
        var batch = new List<T>(maxBatch);
        while (queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (batch.Count < maxBatch && queue.Reader.TryRead(out var item))
                batch.Add(item);
            handle(batch);
            batch.Clear();
        }
        ended.SetResult();
    }
}
