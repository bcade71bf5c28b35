using System.Buffers.Binary;
using System.Text;

namespace IpsJobs.Imaging;

/// <summary>Reads big-endian values; a length that passes the end of the file is found out before anything is allocated.</summary>
internal sealed class PsdReader(Stream file)
{
    private readonly byte[] buffer = new byte[8];

    public long Position
    {
        get => file.Position;
        set => file.Position = value <= file.Length ? value : throw new InvalidDataException("A length passes the end of the file");
    }

    public byte Byte() => Read(1)[0];

    public ushort UShort() => BinaryPrimitives.ReadUInt16BigEndian(Read(2));

    public short Short() => BinaryPrimitives.ReadInt16BigEndian(Read(2));

    public int Int() => BinaryPrimitives.ReadInt32BigEndian(Read(4));

    public uint UInt() => BinaryPrimitives.ReadUInt32BigEndian(Read(4));

    public double Double() => BinaryPrimitives.ReadDoubleBigEndian(Read(8));

    public string Code() => Encoding.Latin1.GetString(Read(4));

    public byte[] Bytes(long length)
    {
        if (length < 0 || length > file.Length - file.Position)
            throw new InvalidDataException("A length passes the end of the file");
        var bytes = new byte[length];
        file.ReadExactly(bytes);
        return bytes;
    }

    public void Skip(long length) => Position += length;

    /// <summary>A section that begins with its length; reading goes on behind it whatever was read of it.</summary>
    public long BeginSection()
    {
        var length = UInt();
        var end = Position + length;
        if (end > file.Length)
            throw new InvalidDataException("A section passes the end of the file");
        return end;
    }

    /// <summary>Text with its length in front, padded.</summary>
    public string PaddedText(int padding)
    {
        var length = Byte();
        var text = Encoding.Latin1.GetString(Bytes(length));
        var over = (length + 1) % padding;
        if (over > 0)
            Skip(padding - over);
        return text;
    }

    private ReadOnlySpan<byte> Read(int length)
    {
        file.ReadExactly(buffer, 0, length);
        return buffer.AsSpan(0, length);
    }
}
