using NetVips;

namespace IpsJobs.Imaging;

/// <summary>Writes the optimised form: a tiled TIFF whose further pages are the reduced levels.</summary>
internal static class PyramidTiff
{
    private const int TileSize = 256;
    private const int JpegQuality = 95;
    private const long ClassicLimit = 2L * 1024 * 1024 * 1024;

    /// <summary>Writes all levels in one pass over the image.</summary>
    /// <param name="image">Upright, 8 or 16 bits per sample.</param>
    /// <param name="lossy">JPEG tiles; only for 8-bit images without alpha.</param>
    /// <param name="path">Target.</param>
    public static void Write(Image image, bool lossy, string path) => image.Tiffsave(
        path,
        compression: lossy ? Enums.ForeignTiffCompression.Jpeg : Enums.ForeignTiffCompression.Deflate,
        // From quality 90 on libvips writes JPEG tiles without chroma subsampling.
        q: JpegQuality,
        predictor: Enums.ForeignTiffPredictor.Horizontal,
        tile: true,
        tileWidth: TileSize,
        tileHeight: TileSize,
        pyramid: true,
        depth: Enums.ForeignDzDepth.Onetile,
        subifd: false,
        regionShrink: Enums.RegionShrink.Mean,
        bigtiff: MayPassLimit(image),
        keep: Enums.ForeignKeep.Icc);

    // The size is only known after writing; the raw size of all levels is what it cannot pass.
    private static bool MayPassLimit(Image image)
    {
        var sampleBytes = image.Format == Enums.BandFormat.Ushort ? 2 : 1;
        var raw = (long)image.Width * image.Height * image.Bands * sampleBytes;
        return raw / 3 * 4 > ClassicLimit;
    }
}
