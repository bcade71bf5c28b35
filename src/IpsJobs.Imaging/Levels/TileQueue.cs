using System.Collections.Concurrent;

namespace IpsJobs.Imaging;

/// <summary>Encodes strips of a pyramid beside each other and appends them in the order in which they came: the same picture gives the same file.</summary>
internal sealed class TileQueue(PyramidFile file, ITileEncoder encoder) : IDisposable
{
    // Every strip on its way takes memory, and other pictures are at work as well.
    private static readonly int MostEncoders = Math.Min(Environment.ProcessorCount, 4);

    private readonly BlockingCollection<Task<Action<PyramidFile>>> due = [];
    private readonly Queue<Task<Action<PyramidFile>>> waiting = new();
    private readonly List<Task> encoders = [];

    /// <param name="level">0 for the full picture.</param>
    /// <param name="strip">The next rows of the level, whole rows of tiles but at the end; belongs to this object from now on.</param>
    public void Add(int level, Strip strip)
    {
        // One more than can be encoded at once, so that none has to wait for rows.
        if (waiting.Count > MostEncoders)
            AppendOldest();
        var encoding = new Task<Action<PyramidFile>>(() => Encode(level, strip));
        waiting.Enqueue(encoding);
        due.Add(encoding);
        // Threads of their own, because requests share the pool; few, because a thread costs as much as a tile.
        if (encoders.Count < Math.Min(waiting.Count, MostEncoders))
            encoders.Add(Task.Factory.StartNew(Work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default));
    }

    /// <summary>Waits for all that were added.</summary>
    public void Finish()
    {
        while (waiting.Count > 0)
            AppendOldest();
    }

    // After a failure strips are still being read and written; nothing may go away under them.
    public void Dispose()
    {
        due.CompleteAdding();
        Task.WaitAll(encoders);
        foreach (var encoding in waiting)
            _ = encoding.Exception;
        due.Dispose();
    }

    private void AppendOldest()
    {
        var append = waiting.Peek().GetAwaiter().GetResult();
        waiting.Dequeue();
        append(file);
    }

    // What fails is told to the one who waits for it.
    private void Work()
    {
        foreach (var encoding in due.GetConsumingEnumerable())
            encoding.RunSynchronously(TaskScheduler.Default);
    }

    private Action<PyramidFile> Encode(int level, Strip strip)
    {
        using (strip)
            return encoder.Encode(level, strip.Image);
    }
}
