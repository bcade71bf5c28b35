using System.Buffers;
using System.Buffers.Binary;

namespace IpsJobs.Imaging;

/// <summary>A JPEG file of one row of tiles, taken apart into a JPEG file for each of them without being decoded.</summary>
/// <remarks>
/// Nothing that is encoded after a restart marker depends on what is before it. With a marker wherever a line of blocks passes from one
/// tile to the next, a tile is the sum of its own pieces, and only the markers have to be numbered anew.
/// </remarks>
internal sealed class JpegStrip
{
    /// <summary>Blocks from one restart marker to the next.</summary>
    public const int RestartInterval = Pyramid.TileSize / BlockSize;

    private const int BlockSize = 8;
    private const int LinesOfBlocks = Pyramid.TileSize / BlockSize;
    private const int RestartNumbers = 8;
    private const int MarkerLength = 2;
    private const byte Mark = 0xFF;
    private const byte Frame = 0xC0;
    private const byte HuffmanTables = 0xC4;
    private const byte FirstRestart = 0xD0;
    private const byte LastRestart = 0xD7;
    private const byte Start = 0xD8;
    private const byte End = 0xD9;
    private const byte Scan = 0xDA;
    private const byte QuantizationTables = 0xDB;
    private const byte Restart = 0xDD;

    private readonly ReadOnlyMemory<byte> file;
    private readonly int across;
    private readonly ArrayBufferWriter<byte> tables = new();
    private readonly ArrayBufferWriter<byte> header = new();
    private readonly List<Range> pieces;

    /// <param name="file">A baseline file without subsampling, as high as a tile, with <see cref="RestartInterval"/>.</param>
    /// <param name="across">How many tiles it is wide.</param>
    public JpegStrip(ReadOnlyMemory<byte> file, int across)
    {
        (this.file, this.across) = (file, across);
        pieces = new List<Range>(across * LinesOfBlocks);
        FindPieces(ReadHeaders());
        if (pieces.Count != across * LinesOfBlocks)
            throw new NotSupportedException($"A strip of {across} tiles has {pieces.Count} pieces");
    }

    /// <summary>What all tiles of all strips of the same quality share, in the form of the TIFF field for it.</summary>
    public byte[] Tables => tables.WrittenSpan.ToArray();

    /// <summary>Writes a tile, which needs the <see cref="Tables"/> to be read.</summary>
    /// <returns>Its length in bytes.</returns>
    public long WriteTile(int column, Stream target)
    {
        var before = target.Position;
        target.Write(header.WrittenSpan);
        for (var line = 0; line < LinesOfBlocks; line++)
        {
            target.Write(file.Span[pieces[line * across + column]]);
            target.Write([Mark, line == LinesOfBlocks - 1 ? End : (byte)(FirstRestart + line % RestartNumbers)]);
        }
        return target.Position - before;
    }

    // Returns where the encoded pixels begin.
    private int ReadHeaders()
    {
        tables.Write([Mark, Start]);
        header.Write([Mark, Start]);
        var at = MarkerLength;
        while (true)
        {
            var kind = file.Span[at + 1];
            var segment = file.Span.Slice(at, MarkerLength + BinaryPrimitives.ReadUInt16BigEndian(file.Span[(at + MarkerLength)..]));
            at += segment.Length;
            switch (kind)
            {
                case HuffmanTables or QuantizationTables:
                    tables.Write(segment);
                    break;
                case Frame:
                    WriteFrame(segment);
                    break;
                case Restart:
                    header.Write(segment);
                    break;
                case Scan:
                    header.Write(segment);
                    tables.Write([Mark, End]);
                    return at;
                case < Start:
                    throw new NotSupportedException($"JPEG frames of kind {kind:X2} cannot be taken apart");
                default:
                    // Comments and the like.
                    break;
            }
        }
    }

    private void WriteFrame(ReadOnlySpan<byte> segment)
    {
        const int PlaceOfSize = 5;
        var frame = segment.ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(PlaceOfSize), Pyramid.TileSize);
        BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(PlaceOfSize + sizeof(ushort)), Pyramid.TileSize);
        header.Write(frame);
    }

    private void FindPieces(int start)
    {
        for (var at = start; ; at += MarkerLength)
        {
            at += file.Span[at..].IndexOf(Mark);
            var kind = file.Span[at + 1];
            if (kind is not ((>= FirstRestart and <= LastRestart) or End))
                continue;
            pieces.Add(start..at);
            start = at + MarkerLength;
            if (kind == End)
                return;
        }
    }
}
