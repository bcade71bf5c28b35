namespace IpsJobs.Handlers.Publishing;

/// <summary>Replaces a file as a whole: readers see the old bytes or the new ones, also after a power cut.</summary>
public static class AtomicFile
{
    /// <summary>Ending of files that are not complete yet.</summary>
    public const string TemporarySuffix = ".tmp";

    /// <summary>Writes beside <paramref name="path"/>, flushes and renames.</summary>
    /// <param name="path">File to make or replace; its directory is made when it is missing.</param>
    /// <param name="write">Writes the whole content.</param>
    public static async Task ReplaceAsync(string path, Func<Stream, Task> write)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var temporary = path + TemporarySuffix;
        try
        {
            await WriteAsync(temporary, write);
            File.Move(temporary, path, overwrite: true);
        }
        catch (IOException)
        {
            // On a full disk half a file would take the room of others.
            File.Delete(temporary);
            throw;
        }
    }

    private static async Task WriteAsync(string path, Func<Stream, Task> write)
    {
        await using var stream = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 64 * 1024);
        await write(stream);
        stream.Flush(flushToDisk: true);
    }

    /// <summary>Replaces <paramref name="path"/> with a copy of <paramref name="source"/>.</summary>
    public static async Task ReplaceWithAsync(string path, string source, CancellationToken cancellationToken)
    {
        await using var content = File.OpenRead(source);
        await ReplaceAsync(path, stream => content.CopyToAsync(stream, cancellationToken));
    }
}
