using System.Buffers.Binary;
using System.Text;

namespace IpsJobs.Imaging.Tests.Support;

/// <summary>Writes Photoshop image resources with paths, as its documents carry them.</summary>
public static class PathWriter
{
    private const int ClippingName = 2999;

    /// <summary>A resource block with one path of straight lines per name, and the name of the clipping path.</summary>
    public static byte[] Block(string? clipping, params (int Id, string Name, (double X, double Y)[][] Shapes)[] paths)
    {
        var block = new MemoryStream();
        foreach (var (id, name, shapes) in paths)
            WriteResource(block, id, name, PathData(shapes));
        if (clipping is not null)
            WriteResource(block, ClippingName, "", [(byte)clipping.Length, .. Encoding.Latin1.GetBytes(clipping), 0, 0, 0, 0]);
        return block.ToArray();
    }

    public static void WriteResource(Stream block, int id, string name, byte[] data)
    {
        block.Write("8BIM"u8);
        block.Write([(byte)(id >> 8), (byte)id, (byte)name.Length]);
        block.Write(Encoding.Latin1.GetBytes(name));
        if (name.Length % 2 == 0)
            block.WriteByte(0);
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        block.Write(length);
        block.Write(data);
        if (data.Length % 2 == 1)
            block.WriteByte(0);
    }

    /// <summary>A JPEG file with the block in a segment of its own.</summary>
    public static byte[] IntoJpeg(byte[] jpeg, byte[] block)
    {
        byte[] mark = [.. "Photoshop 3.0\0"u8];
        var length = 2 + mark.Length + block.Length;
        return [.. jpeg[..2], 0xFF, 0xED, (byte)(length >> 8), (byte)length, .. mark, .. block, .. jpeg[2..]];
    }

    private static byte[] PathData((double X, double Y)[][] shapes)
    {
        var data = new MemoryStream();
        Record(data, 6, _ => { });
        foreach (var shape in shapes)
        {
            Record(data, 0, r => BinaryPrimitives.WriteInt16BigEndian(r, (short)shape.Length));
            foreach (var (x, y) in shape)
            {
                Record(data, 2, r =>
                {
                    for (var i = 0; i < 3; i++)
                    {
                        BinaryPrimitives.WriteInt32BigEndian(r.AsSpan(i * 8), (int)(y * (1 << 24)));
                        BinaryPrimitives.WriteInt32BigEndian(r.AsSpan(i * 8 + 4), (int)(x * (1 << 24)));
                    }
                });
            }
        }
        return data.ToArray();
    }

    private static void Record(Stream data, int selector, Action<byte[]> fill)
    {
        var rest = new byte[24];
        fill(rest);
        data.Write([0, (byte)selector]);
        data.Write(rest);
    }
}
