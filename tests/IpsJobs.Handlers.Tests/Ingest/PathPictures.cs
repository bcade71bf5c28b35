using System.Buffers.Binary;
using NetVips;

namespace IpsJobs.Handlers.Tests.Ingest;

/// <summary>Pictures with a clipping path around their left half.</summary>
public static class PathPictures
{
    private const int FirstPath = 2000;

    public static byte[] JpegWithPath(int width, int height)
    {
        using var image = (Image.Black(width, height, bands: 3) + 90).Cast(Enums.BandFormat.Uchar);
        using var colored = image.Copy(interpretation: Enums.Interpretation.Srgb);
        var jpeg = colored.JpegsaveBuffer();
        byte[] block = [.. "Photoshop 3.0\0"u8, .. "8BIM"u8, FirstPath >> 8, FirstPath & 0xFF, 0, 0, .. Length(4, 6 * 26), .. Path()];
        return [.. jpeg[..2], 0xFF, 0xED, .. Length(2, block.Length + 2), .. block, .. jpeg[2..]];
    }

    private static byte[] Path() =>
        [.. Record(6), .. Record(0, 0, 4), .. Knot(0, 0), .. Knot(0.5, 0), .. Knot(0.5, 1), .. Knot(0, 1)];

    private static byte[] Knot(double x, double y)
    {
        byte[] point = [.. Length(4, (int)(y * (1 << 24))), .. Length(4, (int)(x * (1 << 24)))];
        return [0, 2, .. point, .. point, .. point];
    }

    private static byte[] Record(params byte[] head)
    {
        var record = new byte[26];
        ((byte[])[0, .. head]).CopyTo(record, 0);
        return record;
    }

    private static byte[] Length(int bytes, int value)
    {
        var all = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(all, value);
        return all[(4 - bytes)..];
    }
}
