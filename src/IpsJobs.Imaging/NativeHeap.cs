using System.Runtime.InteropServices;

namespace IpsJobs.Imaging;

/// <summary>Fits the memory of the C library to pictures, whose pieces are large, many and short-lived; only glibc has these settings.</summary>
public static class NativeHeap
{
    private const int TrimThreshold = -1;
    private const int MapThreshold = -3;
    private const int MaxArenas = -8;

    private const int Arenas = 2;
    private const int LargestMapThreshold = 32 * 1024 * 1024;
    private const int KeptBytes = 8 * 1024 * 1024;
    private const int LargePerTrim = 8;

    private static int large;

    /// <summary>Applies the settings; does nothing where they do not exist.</summary>
    /// <remarks>Call it first of all: a thread keeps the heap that it has, and each heap keeps what it is allowed to.</remarks>
    public static void Tune() => Call(() =>
    {
        // Threads of libvips come and go, and each heap of their own would keep what it once needed.
        _ = mallopt(MaxArenas, Arenas);
        // Pages given back after every strip are taken anew for the next: that costs as much as the decoding. With half of what
        // is kept, a picture takes a tenth longer; with twice as much, it is no faster.
        _ = mallopt(MapThreshold, LargestMapThreshold);
        _ = mallopt(TrimThreshold, KeptBytes);
    });

    /// <summary>A large picture is done. Gives back what all heaps keep, now and then: after every one, the next picture would take it anew.</summary>
    /// <remarks>Threads of the runtime that compiled code for a while have heaps of their own, and keep in them what they will not need again.</remarks>
    internal static void NoteLargePicture()
    {
        if (Interlocked.Increment(ref large) % LargePerTrim != 0)
            return;
        // What pictures leave in the old generation is little, so that nothing else would have it collected while it adds up.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: false);
        Call(() => _ = malloc_trim(0));
    }

    private static void Call(Action library)
    {
        if (!OperatingSystem.IsLinux())
            return;
        try
        {
            library();
        }
        catch (Exception other) when (other is DllNotFoundException or EntryPointNotFoundException)
        {
            // Another C library, which looks after itself.
        }
    }

#pragma warning disable CA5392, SYSLIB1054 // libc is always the system's own; source-generated marshalling would need unsafe code
    [DllImport("libc.so.6")]
    private static extern int mallopt(int setting, int value);

    [DllImport("libc.so.6")]
    private static extern int malloc_trim(nuint kept);
#pragma warning restore CA5392, SYSLIB1054
}
