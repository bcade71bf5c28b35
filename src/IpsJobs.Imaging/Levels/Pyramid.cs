using IpsJobs.Core.Assets;
using NetVips;

namespace IpsJobs.Imaging;

/// <summary>Writes the optimised form: a tiled TIFF whose further pages are the reduced levels.</summary>
/// <remarks>
/// libvips can write a whole pyramid at once, but neither with this kernel nor with a change of the reduced levels alone, and it encodes
/// on one thread. So strips of a row of tiles go through all levels and are encoded apart; their tiles are put together as they are.
/// </remarks>
internal static class Pyramid
{
    public const int TileSize = 256;

    /// <summary>Rows that are worked on together: a row of tiles, the least that can be encoded apart.</summary>
    public const int StripHeight = TileSize;

    public const int JpegQuality = 95;

    private const string Profile = "icc-profile-data";
    private const long ClassicLimit = 2L * 1024 * 1024 * 1024;

    /// <summary>Writes all levels.</summary>
    /// <param name="image">Upright, 8 or 16 bits per sample; read once, from top to bottom.</param>
    /// <param name="lossy">JPEG tiles; only for 8-bit images without alpha.</param>
    /// <param name="unsharp">Sharpens the reduced levels; null for none.</param>
    /// <param name="path">Target.</param>
    /// <param name="scratch">Where strips wait to be joined.</param>
    public static void Write(Image image, bool lossy, UnsharpRequest? unsharp, string path, Scratch scratch)
    {
        var big = MayPassLimit(image);
        using var file = new PyramidFile(path, new TiffForm(big));
        using var tiles = new TileQueue(file, lossy && JpegTiles.Fits(image) ? new JpegTiles() : new TiffTiles(lossy, big, scratch));
        using var rows = OneThread.Of(image);
        using var full = new Level(image.Width, image.Height, unsharp, tiles);
        for (var top = 0; top < image.Height; top += StripHeight)
        {
            using var strip = rows.Crop(0, top, image.Width, Math.Min(StripHeight, image.Height - top));
            full.Add(strip);
        }
        tiles.Finish();
        file.Finish(image.Contains(Profile) ? (byte[])image.Get(Profile) : null);
    }

    /// <summary>Bytes of a row.</summary>
    public static long RowSize(Image image) => (long)image.Width * image.Bands * (image.Format == Enums.BandFormat.Ushort ? 2 : 1);

    // The size is only known after writing; the raw size of all levels is what it cannot pass.
    private static bool MayPassLimit(Image image)
    {
        var raw = RowSize(image) * image.Height;
        return raw / 3 * 4 > ClassicLimit;
    }
}
