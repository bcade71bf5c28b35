using System.Buffers.Binary;
using System.Text;

namespace IpsJobs.Imaging;

/// <summary>Finds the Photoshop resources in a JPEG, TIFF, PSD or EPS file; other files have none.</summary>
internal static class ResourceFinder
{
    private const ushort TiffPhotoshop = 34377;
    private const int PsdHeader = 26;
    private const int LargestBlock = 64 * 1024 * 1024;
    private static readonly byte[] JpegMark = [.. "Photoshop 3.0\0"u8];

    /// <exception cref="InvalidDataException">The file is damaged where they lie.</exception>
    public static byte[] Find(string path)
    {
        using var file = File.OpenRead(path);
        var head = new byte[4];
        if (file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length)
            return [];
        try
        {
            return head switch
            {
                [0xFF, 0xD8, ..] => OfJpeg(file),
                [(byte)'I', (byte)'I', ..] or [(byte)'M', (byte)'M', ..] => OfTiff(file, big: head[0] == 'M'),
                [(byte)'8', (byte)'B', (byte)'P', (byte)'S'] => OfPsd(file),
                [(byte)'%', (byte)'!', ..] or [0xC5, 0xD0, 0xD3, 0xC6] => OfEps(file),
                _ => [],
            };
        }
        catch (Exception broken) when (broken is EndOfStreamException or FormatException or ArgumentException)
        {
            throw new InvalidDataException("The Photoshop resources cannot be read", broken);
        }
    }

    // One block may be spread over several segments.
    private static byte[] OfJpeg(FileStream file)
    {
        using var found = new MemoryStream();
        file.Position = 2;
        var head = new byte[4];
        while (file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length && head[0] == 0xFF && head[1] is not (0xDA or 0xD9))
        {
            var segment = new byte[BinaryPrimitives.ReadUInt16BigEndian(head.AsSpan(2)) - 2];
            file.ReadExactly(segment);
            if (head[1] == 0xED && found.Length + segment.Length > LargestBlock)
                throw new InvalidDataException("The block is larger than any that is written");
            if (head[1] == 0xED && segment.AsSpan().StartsWith(JpegMark))
                found.Write(segment.AsSpan(JpegMark.Length));
        }
        return found.ToArray();
    }

    private static byte[] OfTiff(FileStream file, bool big)
    {
        var bytes = new byte[12];
        file.Position = 4;
        file.ReadExactly(bytes.AsSpan(0, 4));
        file.Position = Number(bytes, 4, big);
        file.ReadExactly(bytes.AsSpan(0, 2));
        for (var left = Number(bytes, 2, big); left > 0; left--)
        {
            file.ReadExactly(bytes);
            if (Number(bytes, 2, big) == TiffPhotoshop)
                return ReadBlock(file, Number(bytes.AsSpan(8), 4, big), Number(bytes.AsSpan(4), 4, big));
        }
        return [];
    }

    private static byte[] OfPsd(FileStream file)
    {
        file.Position = PsdHeader;
        var modeData = Number(ReadBlock(file, file.Position, 4), 4, big: true);
        var at = PsdHeader + 4 + modeData;
        return ReadBlock(file, at + 4, Number(ReadBlock(file, at, 4), 4, big: true));
    }

    // In PostScript the block is written in hexadecimal, in comment lines.
    private static byte[] OfEps(FileStream file)
    {
        file.Position = 0;
        using var reader = new StreamReader(file, Encoding.Latin1);
        while (reader.ReadLine() is { } line)
        {
            if (!line.StartsWith("%BeginPhotoshop:", StringComparison.Ordinal))
                continue;
            var digits = new StringBuilder();
            while (reader.ReadLine() is { } data && !data.StartsWith("%EndPhotoshop", StringComparison.Ordinal) && digits.Length < LargestBlock)
                digits.Append(data.TrimStart('%', ' ').TrimEnd());
            return Convert.FromHexString(digits.ToString());
        }
        return [];
    }

    private static byte[] ReadBlock(FileStream file, long at, long length)
    {
        if (length > LargestBlock || length > file.Length - at)
            throw new InvalidDataException("The block is longer than its file");
        var block = new byte[length];
        file.Position = at;
        file.ReadExactly(block);
        return block;
    }

    private static long Number(ReadOnlySpan<byte> bytes, int length, bool big) => (length, big) switch
    {
        (2, true) => BinaryPrimitives.ReadUInt16BigEndian(bytes),
        (2, false) => BinaryPrimitives.ReadUInt16LittleEndian(bytes),
        (_, true) => BinaryPrimitives.ReadUInt32BigEndian(bytes),
        _ => BinaryPrimitives.ReadUInt32LittleEndian(bytes),
    };
}
