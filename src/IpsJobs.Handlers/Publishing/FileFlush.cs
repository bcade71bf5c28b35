using IpsJobs.Core.Files;

namespace IpsJobs.Handlers.Publishing;

/// <summary>Brings written files to the disk.</summary>
public static class FileFlush
{
    /// <summary>Flushes the files; on Linux with one call for the whole file system, which is cheaper than one for each.</summary>
    /// <param name="files">Files on one file system; none means nothing to do.</param>
    /// <exception cref="IOException">The disk refused; nothing may be taken as durable.</exception>
    public static void Flush(IReadOnlyList<string> files)
    {
        if (files.Count > 0 && OperatingSystem.IsLinux())
        {
            // By the file: what is delivered into may be a folder that only lets files in.
            LinuxFiles.SyncFileSystem(files[0]);
            return;
        }
        foreach (var file in files)
            FlushOne(file);
    }

    private static void FlushOne(string file)
    {
        using var handle = File.OpenHandle(file, FileMode.Open, FileAccess.ReadWrite);
        RandomAccess.FlushToDisk(handle);
    }
}
