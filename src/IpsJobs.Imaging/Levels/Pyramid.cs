using IpsJobs.Core.Assets;
using NetVips;

namespace IpsJobs.Imaging;

/// <summary>Writes the optimised form: a tiled TIFF whose further pages are the reduced levels.</summary>
/// <remarks>
/// libvips can write a whole pyramid at once, but neither with this kernel nor with a change of the reduced levels alone.
/// So every level is a tiled file of its own, and the small ones are appended to the large one.
/// </remarks>
internal static class Pyramid
{
    private const int TileSize = 256;
    private const int JpegQuality = 95;
    private const long ClassicLimit = 2L * 1024 * 1024 * 1024;

    /// <summary>Writes all levels.</summary>
    /// <param name="image">Upright, 8 or 16 bits per sample, readable in any order.</param>
    /// <param name="lossy">JPEG tiles; only for 8-bit images without alpha.</param>
    /// <param name="unsharp">Sharpens the reduced levels; null for none.</param>
    /// <param name="path">Target.</param>
    /// <param name="scratch">Where levels wait to be joined.</param>
    public static void Write(Image image, bool lossy, UnsharpRequest? unsharp, string path, Scratch scratch)
    {
        var big = MayPassLimit(image);
        // The full level takes as long as all others together, so they are made beside it.
        var full = Task.Run(() => WriteLevel(image, lossy, big, Enums.ForeignKeep.Icc, path));
        List<string> reduced;
        try
        {
            reduced = WriteReduced(image, lossy, big, unsharp, scratch);
        }
        catch
        {
            full.ContinueWith(t => _ = t.Exception, TaskScheduler.Default).Wait();
            throw;
        }
        full.GetAwaiter().GetResult();
        foreach (var level in reduced)
            TiffJoin.Append(path, level);
    }

    private static List<string> WriteReduced(Image image, bool lossy, bool big, UnsharpRequest? unsharp, Scratch scratch)
    {
        var files = new List<string>();
        var above = image;
        while (above.Width > TileSize || above.Height > TileSize)
        {
            var level = Reduction.Halve(above);
            if (above != image)
                above.Dispose();
            above = level;
            files.Add(scratch.Next(".tif"));
            using var sharp = unsharp is null ? level.Copy() : UnsharpMask.Apply(level, unsharp);
            WriteLevel(sharp, lossy, big, Enums.ForeignKeep.None, files[^1]);
        }
        if (above != image)
            above.Dispose();
        return files;
    }

    private static void WriteLevel(Image image, bool lossy, bool big, Enums.ForeignKeep keep, string path) => image.Tiffsave(
        path,
        compression: lossy ? Enums.ForeignTiffCompression.Jpeg : Enums.ForeignTiffCompression.Deflate,
        // From quality 90 on libvips writes JPEG tiles without chroma subsampling.
        q: JpegQuality,
        predictor: Enums.ForeignTiffPredictor.Horizontal,
        tile: true,
        tileWidth: TileSize,
        tileHeight: TileSize,
        bigtiff: big,
        keep: keep);

    // The size is only known after writing; the raw size of all levels is what it cannot pass.
    private static bool MayPassLimit(Image image)
    {
        var sampleBytes = image.Format == Enums.BandFormat.Ushort ? 2 : 1;
        var raw = (long)image.Width * image.Height * image.Bands * sampleBytes;
        return raw / 3 * 4 > ClassicLimit;
    }
}
