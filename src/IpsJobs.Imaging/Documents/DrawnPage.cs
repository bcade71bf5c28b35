using System.Globalization;
using System.Text;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Messages;
using NetVips;

namespace IpsJobs.Imaging.Documents;

/// <summary>Stores the pixels of a drawn page as a TIFF without loss.</summary>
internal static class DrawnPage
{
    private const double MillimetresPerInch = 25.4;
    private const int HeaderFields = 4;

    /// <summary>From a binary portable map (<c>P5</c> grey or <c>P6</c> colour, 8 bits).</summary>
    public static void FromPortableMap(byte[] map, double resolution, string targetPath)
    {
        var (bands, width, height, start) = ReadHeader(map);
        if (map.Length - start < (long)width * height * bands)
            throw Damaged();
        using var pixels = Image.NewFromMemoryCopy(map.AsSpan(start).ToArray(), width, height, bands, Enums.BandFormat.Uchar);
        using var image = pixels.Copy(interpretation: bands == 1 ? Enums.Interpretation.Bw : Enums.Interpretation.Srgb);
        Save(image, resolution, targetPath);
    }

    /// <summary>From a TIFF that a program wrote; it is removed.</summary>
    public static void FromFile(string path, bool toGray, double resolution, string targetPath) => Read(
        () =>
        {
            using var drawn = Image.Tiffload(path);
            using var image = toGray ? drawn.Colourspace(Enums.Interpretation.Bw) : drawn.Copy();
            Save(image, resolution, targetPath);
        },
        path);

    /// <summary>From two TIFFs of one page, which are removed: one in CMYK on white paper, and one that shows where the paper is empty.</summary>
    public static void FromInkAndGlass(string inkPath, string glassPath, double resolution, string targetPath) => Read(
        () =>
        {
            using var ink = Image.Tiffload(inkPath);
            using var glass = Image.Tiffload(glassPath);
            using var alpha = Fitted(glass[glass.Bands - 1], ink);
            using var joined = ink.Bandjoin(alpha);
            // White paper has no ink, so what shines through has only weakened the colours.
            using var full = joined.Unpremultiply();
            using var rounded = full.Rint();
            using var image = rounded.Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Cmyk);
            Save(image, resolution, targetPath);
        },
        inkPath,
        glassPath);

    private static void Read(Action read, params string[] paths)
    {
        try
        {
            read();
        }
        catch (VipsException failure)
        {
            throw WriteFailure.IsOne(failure) ? WriteFailure.ToIOException(failure) : Damaged();
        }
        finally
        {
            foreach (var path in paths)
                File.Delete(path);
        }
    }

    // Programs do not round the size of a page alike.
    private static Image Fitted(Image alpha, Image ink)
    {
        using var common = alpha.ExtractArea(0, 0, Math.Min(alpha.Width, ink.Width), Math.Min(alpha.Height, ink.Height));
        return common.Embed(0, 0, ink.Width, ink.Height, extend: Enums.Extend.Copy);
    }

    private static void Save(Image image, double resolution, string targetPath)
    {
        var perMillimetre = resolution / MillimetresPerInch;
        using var sized = image.Copy(xres: perMillimetre, yres: perMillimetre);
        sized.Tiffsave(
            targetPath, compression: Enums.ForeignTiffCompression.Deflate, level: 1, predictor: Enums.ForeignTiffPredictor.Horizontal,
            tile: true, tileWidth: 256, tileHeight: 256);
    }

    private static (int Bands, int Width, int Height, int Start) ReadHeader(byte[] map)
    {
        var fields = new List<string>();
        var at = 0;
        while (fields.Count < HeaderFields && at < map.Length)
        {
            var end = at;
            while (end < map.Length && !char.IsWhiteSpace((char)map[end]))
                end++;
            fields.Add(Encoding.ASCII.GetString(map, at, end - at));
            at = end + 1;
        }
        var bands = fields is ["P6", ..] ? 3 : 1;
        if (fields is not ["P5" or "P6", var width, var height, "255"])
            throw Damaged();
        return (bands, int.Parse(width, CultureInfo.InvariantCulture), int.Parse(height, CultureInfo.InvariantCulture), at);
    }

    private static ImageUnreadableException Damaged() => new(new LocalizedMessage("Log.Document.PageUnreadable"));
}
