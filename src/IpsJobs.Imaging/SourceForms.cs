using System.Globalization;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Messages;
using NetVips;

namespace IpsJobs.Imaging;

/// <summary>Refuses images that decode but are no supported form: the API documents them as unsupported.</summary>
internal static class SourceForms
{
    private const long MaxPngChunk = 100L * 1024 * 1024;

    /// <exception cref="ImageUnreadableException">The form is not supported or the image is too large.</exception>
    public static void Check(Image image, string format, string path, long maxPixels)
    {
        if ((long)image.Width * image.Height > maxPixels)
            throw Refused("Log.Image.TooLarge", Text(image.Width), Text(image.Height), Text(maxPixels));
        if (image.Interpretation is Enums.Interpretation.Lab or Enums.Interpretation.Labq or Enums.Interpretation.Labs)
            throw Refused("Log.Image.Lab");
        if (image.Format is not (Enums.BandFormat.Uchar or Enums.BandFormat.Ushort))
            throw Refused("Log.Image.PixelFormat");
        if (format == "png" && PngChunks.LargestDataChunk(path) > MaxPngChunk)
            throw Refused("Log.Image.PngChunk");
    }

    private static ImageUnreadableException Refused(string key, params string[] arguments) => new(new LocalizedMessage(key, arguments));

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
