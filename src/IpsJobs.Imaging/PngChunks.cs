using System.Buffers.Binary;

namespace IpsJobs.Imaging;

/// <summary>Walks the chunks of a PNG file without decoding it.</summary>
internal static class PngChunks
{
    private const int SignatureLength = 8;
    private const int HeaderLength = 8;
    private const int ChecksumLength = 4;

    /// <summary>Length in bytes of the largest pixel data (IDAT) chunk; 0 when there is none.</summary>
    public static long LargestDataChunk(string path)
    {
        using var file = File.OpenRead(path);
        file.Position = SignatureLength;
        Span<byte> header = stackalloc byte[HeaderLength];
        var largest = 0L;
        while (file.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false) == HeaderLength)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(header);
            if (header[4..].SequenceEqual("IDAT"u8))
                largest = Math.Max(largest, length);
            file.Seek(length + ChecksumLength, SeekOrigin.Current);
        }
        return largest;
    }
}
