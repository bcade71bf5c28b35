namespace IpsJobs.Storage.Files;

/// <summary>Makes files and names durable.</summary>
internal abstract class DiskFlush
{
    /// <summary>The best way this machine has.</summary>
    public static DiskFlush ForThisMachine => OperatingSystem.IsLinux() ? new LinuxDiskFlush() : new PortableDiskFlush();

    /// <summary>Makes the content of files durable.</summary>
    /// <param name="root">Folder whose file system holds most of them.</param>
    /// <param name="files">Paths of existing files, in or outside <paramref name="root"/>.</param>
    public abstract void Flush(string root, IReadOnlyCollection<string> files);

    /// <summary>Makes the names of renamed files durable, and their content as well where that is one step.</summary>
    /// <param name="root">Folder whose file system holds most of them.</param>
    /// <param name="files">Their new paths.</param>
    public abstract void FlushNames(string root, IReadOnlyCollection<string> files);

    /// <summary>Flushes one file by itself.</summary>
    protected static void FlushFile(string path)
    {
        // Flushing needs a handle that may write on some systems.
        using var handle = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        RandomAccess.FlushToDisk(handle);
    }

    protected static bool IsBelow(string root, string path) =>
        path.StartsWith(root, StringComparison.Ordinal) && path.Length > root.Length && path[root.Length] == Path.DirectorySeparatorChar;
}
