using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text;

namespace IpsJobs.Core.Files;

/// <summary>The calls of Linux that .NET has no form of.</summary>
public static class LinuxFiles
{
    private const int ReadOnlyDirectory = 0x80000; // O_RDONLY | O_CLOEXEC; O_DIRECTORY differs between processors and is not needed

    /// <summary>Writes everything of the file system that holds <paramref name="folder"/> to the disk.</summary>
    /// <exception cref="IOException">The disk did not take it.</exception>
    public static void SyncFileSystem(string folder) => WithHandle(folder, syncfs, "syncfs");

    /// <summary>Writes the names in <paramref name="folder"/> to the disk.</summary>
    /// <exception cref="IOException">The disk did not take it.</exception>
    public static void SyncDirectory(string folder) => WithHandle(folder, fsync, "fsync");

    private static void WithHandle(string folder, Func<int, int> call, string name)
    {
        var handle = open(Encoding.UTF8.GetBytes(folder + '\0'), ReadOnlyDirectory);
        if (handle < 0)
            throw Failure("open", folder);
        try
        {
            if (call(handle) != 0)
                throw Failure(name, folder);
        }
        finally
        {
            _ = close(handle);
        }
    }

    private static IOException Failure(string call, string folder) =>
        new($"{call} of {folder} failed: {new Win32Exception(Marshal.GetLastPInvokeError()).Message}");

#pragma warning disable CA5392, SYSLIB1054 // libc is always the system's own; source-generated marshalling would need unsafe code
    [DllImport("libc", SetLastError = true)]
    private static extern int open(byte[] path, int flags);

    [DllImport("libc", SetLastError = true)]
    private static extern int close(int handle);

    [DllImport("libc", SetLastError = true)]
    private static extern int fsync(int handle);

    [DllImport("libc", SetLastError = true)]
    private static extern int syncfs(int handle);
#pragma warning restore CA5392, SYSLIB1054
}
