using NetVips;

namespace IpsJobs.Imaging;

/// <summary>Tiles as libvips puts them into a TIFF file.</summary>
/// <param name="lossy">JPEG tiles; only for 8-bit images without alpha.</param>
/// <param name="big">Offsets of eight bytes.</param>
/// <param name="scratch">Where strips wait to be appended.</param>
internal sealed class TiffTiles(bool lossy, bool big, Scratch scratch) : ITileEncoder
{
    public Action<PyramidFile> Encode(int level, Image strip)
    {
        var path = scratch.Next(".tif");
        Write(strip, path);
        return file =>
        {
            file.Append(level, path);
            File.Delete(path);
        };
    }

    private void Write(Image image, string path) => image.Tiffsave(
        path,
        compression: lossy ? Enums.ForeignTiffCompression.Jpeg : Enums.ForeignTiffCompression.Deflate,
        // From quality 90 on libvips writes JPEG tiles without chroma subsampling.
        q: Pyramid.JpegQuality,
        predictor: Enums.ForeignTiffPredictor.Horizontal,
        tile: true,
        tileWidth: Pyramid.TileSize,
        tileHeight: Pyramid.TileSize,
        bigtiff: big,
        resunit: Enums.ForeignTiffResunit.Inch,
        keep: Enums.ForeignKeep.None);
}
