using NetVips;

namespace IpsJobs.Imaging;

/// <summary>How the tiles of a pyramid are encoded.</summary>
/// <param name="Lossy">JPEG tiles; only for 8-bit images without alpha.</param>
/// <param name="Big">Offsets of eight bytes.</param>
internal sealed record TileForm(bool Lossy, bool Big)
{
    private const int JpegQuality = 95;

    /// <summary>Writes a picture without its metadata as a file of one page.</summary>
    public void Write(Image image, string path) => image.Tiffsave(
        path,
        compression: Lossy ? Enums.ForeignTiffCompression.Jpeg : Enums.ForeignTiffCompression.Deflate,
        // From quality 90 on libvips writes JPEG tiles without chroma subsampling.
        q: JpegQuality,
        predictor: Enums.ForeignTiffPredictor.Horizontal,
        tile: true,
        tileWidth: Pyramid.TileSize,
        tileHeight: Pyramid.TileSize,
        bigtiff: Big,
        keep: Enums.ForeignKeep.None);
}
