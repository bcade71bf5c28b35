using NetVips;

namespace IpsJobs.Imaging;

/// <summary>Encodes strips of a pyramid beside each other and appends them in the order in which they came: the same picture gives the same file.</summary>
internal sealed class TileQueue(PyramidFile file, TileForm form, Scratch scratch) : IDisposable
{
    private readonly Queue<(int Level, string Path, Task Encoding)> waiting = new();

    /// <param name="level">0 for the full picture.</param>
    /// <param name="strip">The next rows of the level, whole rows of tiles but at the end; in memory; belongs to this object from now on.</param>
    public void Add(int level, Image strip)
    {
        // One more than can be encoded at once, so that none has to wait for rows.
        if (waiting.Count > Environment.ProcessorCount)
            AppendOldest();
        var path = scratch.Next(".tif");
        // A thread of its own: requests share the pool.
        var encoding = Task.Factory.StartNew(
            () => Encode(strip, path), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        waiting.Enqueue((level, path, encoding));
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
        foreach (var (_, _, encoding) in waiting)
            encoding.ContinueWith(t => _ = t.Exception, TaskScheduler.Default).Wait();
    }

    private void AppendOldest()
    {
        var (level, path, encoding) = waiting.Peek();
        encoding.GetAwaiter().GetResult();
        waiting.Dequeue();
        file.Append(level, path);
        File.Delete(path);
    }

    private void Encode(Image strip, string path)
    {
        using (strip)
            form.Write(strip, path);
    }
}
