using System.Collections.Concurrent;
using NetVips;

namespace IpsJobs.Imaging;

/// <summary>JPEG tiles that keep brightness and colour apart, for pictures of one or three 8-bit channels without alpha.</summary>
/// <remarks>
/// At this quality libvips writes the tiles of a TIFF file as plain red, green and blue, which takes three times the space and longer to
/// encode. It is asked for a JPEG file of each strip instead, which <see cref="JpegStrip"/> takes apart into tiles.
/// </remarks>
internal sealed class JpegTiles : ITileEncoder
{
    // The format ends at 65,535 pixels.
    private const int MostAcross = 128;
    private const int MostSpare = 8;
    private const int LargestSpare = 4 * 1024 * 1024;

    // Shared by all pictures: blocks of this size are given back to the system late, and taken from it anew each time.
    private static readonly ConcurrentBag<MemoryStream> Spare = [];

    public static bool Fits(Image image) => image.Bands is 1 or 3;

    public Action<PyramidFile> Encode(int level, Image strip)
    {
        var tiles = Take();
        var lengths = new List<ulong>();
        byte[] tables = [];
        for (var left = 0; left < strip.Width; left += MostAcross * Pyramid.TileSize)
        {
            using var part = strip.Crop(left, 0, Math.Min(MostAcross * Pyramid.TileSize, strip.Width - left), strip.Height);
            tables = Encode(part, tiles, lengths);
        }
        // The strip is gone when they are appended.
        var (rows, fields) = ((ulong)strip.Height, JpegFields.Of(strip, tables));
        return file =>
        {
            file.Append(level, fields, rows, tiles.GetBuffer().AsSpan(0, (int)tiles.Length), lengths);
            Give(tiles);
        };
    }

    private static byte[] Encode(Image part, MemoryStream tiles, List<ulong> lengths)
    {
        var encoded = Take();
        var across = (part.Width + Pyramid.TileSize - 1) / Pyramid.TileSize;
        // The last tiles are filled up with what is next to them, which adds no edge that would show.
        using var whole = part.Embed(0, 0, across * Pyramid.TileSize, Pyramid.TileSize, extend: Enums.Extend.Copy);
        using var named = whole.Copy(interpretation: part.Bands == 3 ? Enums.Interpretation.Srgb : Enums.Interpretation.Bw);
        using var alone = OneThread.Of(named);
        alone.JpegsaveStream(
            encoded,
            q: Pyramid.JpegQuality,
            subsampleMode: Enums.ForeignSubsample.Off,
            restartInterval: JpegStrip.RestartInterval,
            keep: Enums.ForeignKeep.None);
        var strip = new JpegStrip(encoded.GetBuffer().AsMemory(0, (int)encoded.Length), across);
        for (var column = 0; column < across; column++)
            lengths.Add((ulong)strip.WriteTile(column, tiles));
        Give(encoded);
        return strip.Tables;
    }

    private static MemoryStream Take() => Spare.TryTake(out var stream) ? stream : new MemoryStream();

    private static void Give(MemoryStream stream)
    {
        stream.SetLength(0);
        if (stream.Capacity <= LargestSpare && Spare.Count < MostSpare)
            Spare.Add(stream);
    }
}
