using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace IpsJobs.Imaging;

/// <summary>A block of memory for pixels, beside every heap: it goes back to the system as a whole when it is released.</summary>
internal sealed class PixelMemory : SafeHandleZeroOrMinusOneIsInvalid
{
    private const int ReadWrite = 0x3;
    private const int PrivateAnonymous = 0x22;
    private const int HugePages = 14;
    private const int HugePage = 2 * 1024 * 1024;

    private readonly nuint size;

    /// <param name="size">Bytes.</param>
    /// <exception cref="InsufficientMemoryException">The system has no more.</exception>
    public PixelMemory(long size)
        : base(ownsHandle: true)
    {
        this.size = checked((nuint)Rounded(size));
        SetHandle(OperatingSystem.IsLinux() ? Map(this.size) : Marshal.AllocHGlobal(checked((nint)size)));
    }

    /// <summary>Where it begins; valid until this object is released.</summary>
    public IntPtr Start => handle;

    protected override bool ReleaseHandle()
    {
        if (OperatingSystem.IsLinux())
            return munmap(handle, size) == 0;
        Marshal.FreeHGlobal(handle);
        return true;
    }

    // A block that ends within a large page is filled up with small ones.
    private static long Rounded(long size) => size < HugePage / 2 ? size : (size + HugePage - 1) / HugePage * HugePage;

    private static IntPtr Map(nuint size)
    {
        var start = mmap(IntPtr.Zero, size, ReadWrite, PrivateAnonymous, -1, 0);
        if (start == -1)
            throw new InsufficientMemoryException();
        // A picture fills thousands of small pages; where the system has large ones, they come a hundred times as fast.
        _ = madvise(start, size, HugePages);
        return start;
    }

#pragma warning disable CA5392, SYSLIB1054 // libc is always the system's own; source-generated marshalling would need unsafe code
    [DllImport("libc")]
    private static extern IntPtr mmap(IntPtr start, nuint size, int protection, int flags, int file, nint offset);

    [DllImport("libc")]
    private static extern int madvise(IntPtr start, nuint size, int advice);

    [DllImport("libc")]
    private static extern int munmap(IntPtr start, nuint size);
#pragma warning restore CA5392, SYSLIB1054
}
