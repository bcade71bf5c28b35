using System.IO.Compression;

namespace IpsJobs.Imaging;

/// <summary>Decodes the rows of a channel.</summary>
internal static class PsdChannels
{
    private const int Raw = 0;
    private const int PackBits = 1;
    private const int Zip = 2;
    private const int ZipPredicted = 3;

    /// <summary>Decodes one channel behind its compression code.</summary>
    /// <param name="reader">At the channel's data.</param>
    /// <param name="compression">The code.</param>
    /// <param name="end">Where its data ends.</param>
    /// <param name="rowBytes">Bytes of a decoded row.</param>
    /// <param name="rows">Height.</param>
    /// <param name="wide">16 bits per sample.</param>
    /// <returns>Samples in the machine's byte order.</returns>
    public static byte[] Decode(PsdReader reader, int compression, long end, int rowBytes, int rows, bool wide)
    {
        var size = checked(rowBytes * rows);
        var pixels = compression switch
        {
            Raw => reader.Bytes(size),
            PackBits => Unpack(reader, ReadLengths(reader, rows), rowBytes),
            Zip or ZipPredicted => Inflate(reader.Bytes(end - reader.Position), size),
            _ => throw new InvalidDataException($"Compression {compression} is not known"),
        };
        if (wide)
            ToMachineOrder(pixels);
        if (compression == ZipPredicted)
            Sum(pixels, rowBytes, wide);
        return pixels;
    }

    public static int[] ReadLengths(PsdReader reader, int rows)
    {
        var lengths = new int[rows];
        for (var i = 0; i < rows; i++)
            lengths[i] = reader.UShort();
        return lengths;
    }

    public static byte[] Unpack(PsdReader reader, ReadOnlySpan<int> lengths, int rowBytes)
    {
        var pixels = new byte[checked(rowBytes * lengths.Length)];
        for (var row = 0; row < lengths.Length; row++)
            UnpackRow(reader.Bytes(lengths[row]), pixels.AsSpan(row * rowBytes, rowBytes));
        return pixels;
    }

    public static void ToMachineOrder(Span<byte> pixels)
    {
        if (!BitConverter.IsLittleEndian)
            return;
        var samples = System.Runtime.InteropServices.MemoryMarshal.Cast<byte, ushort>(pixels);
        System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(samples, samples);
    }

    // A row that ends early stays zero, one that goes on is cut: the picture is still of use.
    private static void UnpackRow(ReadOnlySpan<byte> packed, Span<byte> row)
    {
        for (int from = 0, to = 0; from < packed.Length && to < row.Length;)
        {
            var code = (sbyte)packed[from++];
            if (code >= 0)
            {
                var count = Math.Min(Math.Min(code + 1, packed.Length - from), row.Length - to);
                packed.Slice(from, count).CopyTo(row[to..]);
                (from, to) = (from + count, to + count);
            }
            else if (code != sbyte.MinValue && from < packed.Length)
            {
                var count = Math.Min(1 - code, row.Length - to);
                row.Slice(to, count).Fill(packed[from++]);
                to += count;
            }
        }
    }

    private static byte[] Inflate(byte[] packed, int size)
    {
        using var stream = new ZLibStream(new MemoryStream(packed), CompressionMode.Decompress);
        var pixels = new byte[size];
        stream.ReadExactly(pixels);
        return pixels;
    }

    // Each sample is stored as the difference from the one on its left.
    private static void Sum(Span<byte> pixels, int rowBytes, bool wide)
    {
        for (var at = 0; at < pixels.Length; at += rowBytes)
        {
            var row = pixels.Slice(at, rowBytes);
            if (wide)
            {
                var samples = System.Runtime.InteropServices.MemoryMarshal.Cast<byte, ushort>(row);
                for (var i = 1; i < samples.Length; i++)
                    samples[i] += samples[i - 1];
            }
            else
            {
                for (var i = 1; i < row.Length; i++)
                    row[i] += row[i - 1];
            }
        }
    }
}
