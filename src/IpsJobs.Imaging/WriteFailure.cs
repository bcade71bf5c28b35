using NetVips;

namespace IpsJobs.Imaging;

/// <summary>Tells a target that cannot be written from a source that cannot be read: libvips has one exception for both.</summary>
internal static class WriteFailure
{
    private static readonly string[] Signs = ["unable to open", "unable to write", "write error", "no space left", "wbuffer", "tiffappend", "tiffwrite"];

    public static bool IsOne(VipsException failure) =>
        Array.Exists(Signs, sign => failure.Message.Contains(sign, StringComparison.OrdinalIgnoreCase));
}
