using System.Runtime.CompilerServices;
using NetVips;

namespace IpsJobs.Imaging;

/// <summary>Pictures over memory that is not theirs.</summary>
internal static class MemoryImage
{
    private const string Imports = "NetVips.Internal.VipsImage, NetVips";

    /// <summary>As <see cref="Image.NewFromMemory(IntPtr, ulong, int, int, int, Enums.BandFormat)"/>, but the collector hears nothing of it.</summary>
    /// <remarks>NetVips counts such memory as new each time. A dozen strips of one picture over the same few blocks then bring
    /// on as many collections of the whole heap, up to a fifth of the processor's time. Only the announcement is in its public
    /// form, so the two calls below it are taken.</remarks>
    /// <exception cref="VipsException">The memory is too small for the picture.</exception>
    public static Image Over(IntPtr start, long size, int width, int height, int bands, Enums.BandFormat format)
    {
        var image = NewFromMemory(null, start, checked((nuint)size), width, height, bands, format);
        return image == IntPtr.Zero ? throw new VipsException("unable to make image from memory") : Wrap(image);
    }

    [UnsafeAccessor(UnsafeAccessorKind.StaticMethod)]
    private static extern IntPtr NewFromMemory(
        [UnsafeAccessorType(Imports)] object? imports, IntPtr data, nuint size, int width, int height, int bands, Enums.BandFormat format);

    [UnsafeAccessor(UnsafeAccessorKind.Constructor)]
    private static extern Image Wrap(IntPtr pointer);
}
