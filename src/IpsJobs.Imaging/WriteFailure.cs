using NetVips;

namespace IpsJobs.Imaging;

/// <summary>Tells a target that cannot be written from a source that cannot be read: libvips has one exception for both.</summary>
internal static class WriteFailure
{
    private const int NoSpaceLeft = 28;
    private const string NoSpaceSign = "no space left";

    private static readonly string[] Signs =
    [
        NoSpaceSign, "unable to open", "unable to write", "write error", "wbuffer", "tiffappend", "tiffwrite",
    ];

    public static bool IsOne(VipsException failure) => Array.Exists(Signs, sign => Says(failure, sign));

    /// <summary>The same failure as the file system's own exception; a full disk keeps the error number it has everywhere else.</summary>
    public static IOException ToIOException(VipsException failure)
    {
        var result = new IOException("The optimised image could not be written", failure);
        if (Says(failure, NoSpaceSign))
            result.HResult = NoSpaceLeft;
        return result;
    }

    // The first line only names the call, and to compute pixels into memory is called to write as well.
    private static bool Says(VipsException failure, string sign) =>
        failure.Message.IndexOf('\n') is > 0 and var end && failure.Message.AsSpan(end).Contains(sign, StringComparison.OrdinalIgnoreCase);
}
