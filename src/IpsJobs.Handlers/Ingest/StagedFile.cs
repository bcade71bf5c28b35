using IpsJobs.Core.Files;
using Microsoft.Win32.SafeHandles;

namespace IpsJobs.Handlers.Ingest;

/// <summary>Opens files in staging.</summary>
internal static class StagedFile
{
    /// <summary>Creates the file, in the place of what an interrupted run has left there.</summary>
    /// <remarks>Never by cutting an old one down to nothing: file systems write such a file to the disk as soon as it is closed,
    /// one by one, where a whole batch is to be flushed at once.</remarks>
    /// <exception cref="IOException">Staging cannot be written.</exception>
    public static SafeFileHandle Create(string path)
    {
        try
        {
            return Open(path);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(path);
            return Open(path);
        }
    }

    private static SafeFileHandle Open(string path) =>
        LinuxFiles.TryCreate(path) ?? File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read);
}
