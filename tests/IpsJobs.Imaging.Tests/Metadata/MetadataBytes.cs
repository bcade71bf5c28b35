using System.Buffers.Binary;
using System.Text;
using NetVips;

namespace IpsJobs.Imaging.Tests.Metadata;

/// <summary>Writes metadata blocks as other programs do, and pictures that carry them.</summary>
internal static class MetadataBytes
{
    public static byte[] Xmp(string properties, string description = "") => Encoding.UTF8.GetBytes(
        $"""
        <?xpacket begin="{'\uFEFF'}" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
        xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
        xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/" xmlns:shop="http://example.com/shop/" {description}>
        {properties}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>
        """);

    /// <summary>IPTC records of the application part, in UTF-8.</summary>
    public static byte[] Iptc(params (byte Record, string Value)[] records)
    {
        using var block = new MemoryStream();
        block.Write([0x1C, 1, 90, 0, 3, 0x1B, (byte)'%', (byte)'G']);
        foreach (var (record, value) in records)
        {
            var bytes = Encoding.UTF8.GetBytes(value);
            block.Write([0x1C, 2, record, (byte)(bytes.Length >> 8), (byte)bytes.Length]);
            block.Write(bytes);
        }
        return block.ToArray();
    }

    /// <summary>A Photoshop block with one resource, as JPEG files carry it.</summary>
    public static byte[] Photoshop(int id, byte[] data)
    {
        using var block = new MemoryStream();
        block.Write("Photoshop 3.0\08BIM"u8);
        var number = new byte[4];
        BinaryPrimitives.WriteInt16BigEndian(number, (short)id);
        block.Write(number.AsSpan(0, 2));
        block.Write([0, 0]);
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        block.Write(number);
        block.Write(data);
        if (data.Length % 2 == 1)
            block.WriteByte(0);
        return block.ToArray();
    }

    /// <summary>EXIF data, little-endian, with texts only.</summary>
    public static byte[] Exif(params (ushort Tag, string Value)[] values)
    {
        using var block = new MemoryStream();
        using var writer = new BinaryWriter(block);
        writer.Write("Exif\0\0II*\0"u8);
        writer.Write(8);
        writer.Write((ushort)values.Length);
        var at = 8 + 2 + (values.Length * 12) + 4;
        foreach (var (tag, value) in values)
        {
            writer.Write(tag);
            writer.Write((ushort)2);
            writer.Write(value.Length + 1);
            writer.Write(at);
            at += value.Length + 1;
        }
        writer.Write(0);
        foreach (var (_, value) in values)
            writer.Write(Encoding.ASCII.GetBytes(value + "\0"));
        return block.ToArray();
    }

    /// <summary>A small picture with blocks; null for none.</summary>
    public static byte[] Picture(string extension, byte[]? xmp = null, byte[]? photoshop = null, byte[]? exif = null)
    {
        using var plain = Image.Black(16, 16, bands: 3).Copy(interpretation: Enums.Interpretation.Srgb);
        using var image = plain.Mutate(i =>
        {
            Set(i, "xmp-data", xmp);
            Set(i, "iptc-data", photoshop);
            Set(i, "exif-data", exif);
        });
        return image.WriteToBuffer(extension);
    }

    private static void Set(MutableImage image, string name, byte[]? block)
    {
        if (block is not null)
            image.Set(GValue.BlobType, name, block);
    }
}
