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
        CheckSize(image.Width, image.Height, maxPixels);
        if (image.Interpretation is Enums.Interpretation.Lab or Enums.Interpretation.Labq or Enums.Interpretation.Labs)
            throw Refused("Log.Image.Lab");
        if (image.Format is not (Enums.BandFormat.Uchar or Enums.BandFormat.Ushort))
            throw Refused("Log.Image.PixelFormat");
        if (format == "png" && PngChunks.LargestDataChunk(path) > MaxPngChunk)
            throw Refused("Log.Image.PngChunk");
    }

    /// <summary>A small file may claim any size, so it is looked at before anything is decoded.</summary>
    /// <exception cref="ImageUnreadableException">The image is too large.</exception>
    public static void CheckSize(int width, int height, long maxPixels)
    {
        if ((long)width * height > maxPixels)
            throw Refused("Log.Image.TooLarge", Text(width), Text(height), Text(maxPixels));
    }

    private static ImageUnreadableException Refused(string key, params string[] arguments) => new(new LocalizedMessage(key, arguments));

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
