using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace IpsJobs.Core.Files;

/// <summary>The calls of Linux that .NET has no form of, or none that suits many thousand files.</summary>
public static class LinuxFiles
{
    // As in fcntl.h; what differs between processors is left out where it is not needed, such as O_DIRECTORY.
    private const int ReadOnly = 0x80000; // O_RDONLY | O_CLOEXEC
    private const int ReadOnlyAtOnce = ReadOnly | 0x800; // O_NONBLOCK
    private const int CreateNew = 0x80000 | 0x80 | 0x40 | 1; // O_CLOEXEC | O_EXCL | O_CREAT | O_WRONLY
    private const int ReadWriteForAll = 0x1B6; // octal 666, of which the mask of the process takes away
    private const int SharedLockAtOnce = 5; // LOCK_SH | LOCK_NB
    private const int FromEnd = 2; // SEEK_END

    private static readonly int NoLink =
        RuntimeInformation.ProcessArchitecture is Architecture.Arm or Architecture.Arm64 or Architecture.Ppc64le ? 0x8000 : 0x20000; // O_NOFOLLOW

    /// <summary>Writes everything of the file system that holds <paramref name="path"/> to the disk.</summary>
    /// <param name="path">A file or folder that may be read.</param>
    /// <exception cref="IOException">The disk did not take it.</exception>
    public static void SyncFileSystem(string path) => WithHandle(path, syncfs, "syncfs");

    /// <summary>Writes the names in <paramref name="folder"/> to the disk.</summary>
    /// <exception cref="IOException">The disk did not take it.</exception>
    public static void SyncDirectory(string folder) => WithHandle(folder, fsync, "fsync");

    /// <summary>Opens a file to read it. <see cref="File.OpenHandle"/> asks twice as much of the system, which many small files feel.</summary>
    /// <param name="path">No link is followed in its last part.</param>
    /// <param name="size">Size that it is known by, bytes.</param>
    /// <returns>Null when it is a link, has another size, is locked by another program or cannot be opened, and on other systems;
    /// the framework can say which.</returns>
    public static SafeFileHandle? TryOpen(string path, long size)
    {
        if (!OperatingSystem.IsLinux())
            return null;
        // At once, because the path may by now be that of a pipe, which waits for a writer.
        var file = new SafeFileHandle(open(Encoding.UTF8.GetBytes(path + '\0'), ReadOnlyAtOnce | NoLink), ownsHandle: true);
        if (!file.IsInvalid && lseek(file, 0, FromEnd) == size && flock(file, SharedLockAtOnce) == 0)
            return file;
        file.Dispose();
        return null;
    }

    /// <summary>Creates a file to write it; as <see cref="TryOpen"/>, with less than the framework asks for.</summary>
    /// <returns>Null when something lies there or it cannot be created, and on other systems; the framework can say which.</returns>
    public static SafeFileHandle? TryCreate(string path)
    {
        if (!OperatingSystem.IsLinux())
            return null;
        var file = new SafeFileHandle(open(Encoding.UTF8.GetBytes(path + '\0'), CreateNew, ReadWriteForAll), ownsHandle: true);
        if (!file.IsInvalid)
            return file;
        file.Dispose();
        return null;
    }

    private static void WithHandle(string path, Func<int, int> call, string name)
    {
        var handle = open(Encoding.UTF8.GetBytes(path + '\0'), ReadOnly);
        if (handle < 0)
            throw Failure("open", path);
        try
        {
            if (call(handle) != 0)
                throw Failure(name, path);
        }
        finally
        {
            _ = close(handle);
        }
    }

    private static IOException Failure(string call, string path) =>
        new($"{call} of {path} failed: {new Win32Exception(Marshal.GetLastPInvokeError()).Message}");

#pragma warning disable CA5392, SYSLIB1054 // libc is always the system's own; source-generated marshalling would need unsafe code
    [DllImport("libc", SetLastError = true)]
    private static extern int open(byte[] path, int flags);

    [DllImport("libc")]
    private static extern int open(byte[] path, int flags, int mode);

    [DllImport("libc")]
    private static extern nint lseek(SafeFileHandle file, nint offset, int from);

    [DllImport("libc")]
    private static extern int flock(SafeFileHandle file, int operation);

    [DllImport("libc", SetLastError = true)]
    private static extern int close(int handle);

    [DllImport("libc", SetLastError = true)]
    private static extern int fsync(int handle);

    [DllImport("libc", SetLastError = true)]
    private static extern int syncfs(int handle);
#pragma warning restore CA5392, SYSLIB1054
}
