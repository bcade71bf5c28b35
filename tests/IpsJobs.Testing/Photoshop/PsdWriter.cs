using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace IpsJobs.Testing.Photoshop;

/// <summary>Writes Photoshop files: layers of one colour each, and a merged picture of one colour.</summary>
public sealed class PsdWriter(int width, int height, int mode = PsdWriter.Rgb, int depth = 8)
{
    public const int Grey = 1;
    public const int Rgb = 3;
    public const int Cmyk = 4;

    private readonly List<byte> file = [];

    /// <summary>Image resources, as blocks.</summary>
    public byte[] Resources { get; init; } = [];

    /// <summary>Samples of the merged picture.</summary>
    public int[] Merged { get; init; } = mode switch
    {
        Cmyk => [255, 255, 255, 255],
        Grey => [128],
        _ => [10, 20, 30],
    };

    /// <summary>Packs the rows of the merged picture.</summary>
    public bool Packed { get; init; } = true;

    private int Colours => mode == Cmyk ? 4 : mode == Rgb ? 3 : 1;

    private int SampleBytes => depth / 8;

    /// <summary>The file.</summary>
    /// <param name="layers">Bottom first.</param>
    public byte[] Write(params TestLayer[] layers)
    {
        file.AddRange("8BPS"u8);
        Number(1, 2);
        file.AddRange(new byte[6]);
        Number(Merged.Length, 2);
        Number(height, 4);
        Number(width, 4);
        Number(depth, 2);
        Number(mode, 2);
        Number(0, 4);
        Number(Resources.Length, 4);
        file.AddRange(Resources);
        WriteLayers(layers);
        WriteMerged();
        return file.ToArray();
    }

    private void WriteLayers(TestLayer[] layers)
    {
        if (layers.Length == 0)
        {
            Number(0, 4);
            return;
        }
        var info = Section(layers);
        Number(4 + info.Length, 4);
        Number(info.Length, 4);
        file.AddRange(info);
    }

    private byte[] Section(TestLayer[] layers)
    {
        var inner = new PsdWriter(width, height, mode, depth);
        var data = layers.Select(ChannelsOf).ToList();
        inner.Number(Merged.Length > Colours ? -layers.Length : layers.Length, 2);
        for (var i = 0; i < layers.Length; i++)
            inner.WriteRecord(layers[i], data[i]);
        foreach (var channel in data.SelectMany(d => d))
            inner.file.AddRange(channel.Data);
        if (inner.file.Count % 2 == 1)
            inner.file.Add(0);
        return inner.file.ToArray();
    }

    private void WriteRecord(TestLayer layer, List<(int Id, byte[] Data)> channels)
    {
        Area(layer.Left, layer.Top, layer.Width, layer.Height);
        Number(channels.Count, 2);
        foreach (var (id, data) in channels)
        {
            Number(id, 2);
            Number(data.Length, 4);
        }
        file.AddRange("8BIM"u8);
        file.AddRange(Encoding.ASCII.GetBytes(layer.BlendMode));
        file.AddRange((byte[])[(byte)layer.Opacity, 0, (byte)(layer.Hidden ? 2 : 0), 0]);
        var extra = new PsdWriter(width, height, mode, depth);
        extra.WriteExtra(layer);
        Number(extra.file.Count, 4);
        file.AddRange(extra.file.ToArray());
    }

    private void WriteExtra(TestLayer layer)
    {
        Number(layer.Mask is null ? 0 : 20, 4);
        if (layer.Mask is { } mask)
        {
            Area(mask.Left, mask.Top, mask.Width, mask.Height);
            file.AddRange((byte[])[0, 0, 0, 0]);
        }
        Number(0, 4);
        // The old name knows one alphabet only; readers must take the other one.
        file.AddRange((byte[])[3, (byte)'o', (byte)'l', (byte)'d']);
        var name = Encoding.BigEndianUnicode.GetBytes(layer.Name);
        Block("luni", [.. Bytes(layer.Name.Length, 4), .. name]);
        if (layer.Divider != 0)
            Block("lsct", Bytes(layer.Divider, 4));
        if (layer.Text is { } text)
            Block("TySh", text);
    }

    private void Block(string key, byte[] data)
    {
        file.AddRange("8BIM"u8);
        file.AddRange(Encoding.ASCII.GetBytes(key));
        var padded = data.Length + (data.Length & 1);
        Number(padded, 4);
        file.AddRange(data);
        file.AddRange(new byte[padded - data.Length]);
    }

    private List<(int Id, byte[] Data)> ChannelsOf(TestLayer layer)
    {
        var samples = layer.Color.Select((value, id) => (Id: id, Value: value)).Prepend((Id: -1, Value: layer.Alpha));
        var channels = samples.Select(s => (s.Id, Channel(s.Value, layer.Width, layer.Height, layer.Compression))).ToList();
        if (layer.Mask is { } mask)
            channels.Add((-2, Channel(255, mask.Width, mask.Height, layer.Compression)));
        return channels;
    }

    private byte[] Channel(int value, int width, int height, int compression)
    {
        var row = Row(value, width, predicted: compression == 3);
        var rows = Enumerable.Repeat(row, height).ToList();
        byte[] data = compression switch
        {
            0 => [.. rows.SelectMany(r => r)],
            1 => [.. rows.SelectMany(r => Bytes(Pack(r).Length, 2)), .. rows.SelectMany(Pack)],
            _ => Zip([.. rows.SelectMany(r => r)]),
        };
        return [.. Bytes(compression, 2), .. data];
    }

    private byte[] Row(int value, int width, bool predicted)
    {
        var sample = SampleBytes == 2 ? Bytes(value * 257, 2) : [(byte)value];
        return [.. Enumerable.Range(0, width).SelectMany(i => predicted && i > 0 ? new byte[SampleBytes] : sample)];
    }

    private void WriteMerged()
    {
        var rows = Merged.Select(v => Row(v, width, predicted: false)).SelectMany(r => Enumerable.Repeat(r, height)).ToList();
        Number(Packed ? 1 : 0, 2);
        if (Packed)
        {
            foreach (var row in rows)
                Number(Pack(row).Length, 2);
        }
        foreach (var row in rows)
            file.AddRange(Packed ? Pack(row) : row);
    }

    // Runs of equal bytes are packed, everything else is written out, one at a time.
    private static byte[] Pack(byte[] row)
    {
        var packed = new List<byte>();
        for (var at = 0; at < row.Length;)
        {
            var run = 1;
            while (run < 128 && at + run < row.Length && row[at + run] == row[at])
                run++;
            packed.AddRange(run == 1 ? [0, row[at]] : [(byte)(257 - run), row[at]]);
            at += run;
        }
        return [.. packed];
    }

    private static byte[] Zip(byte[] data)
    {
        using var target = new MemoryStream();
        using (var zip = new ZLibStream(target, CompressionLevel.Fastest, leaveOpen: true))
            zip.Write(data);
        return target.ToArray();
    }

    private void Area(int left, int top, int areaWidth, int areaHeight)
    {
        Number(top, 4);
        Number(left, 4);
        Number(top + areaHeight, 4);
        Number(left + areaWidth, 4);
    }

    private void Number(int value, int length) => file.AddRange(Bytes(value, length));

    private static byte[] Bytes(int value, int length)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes[(4 - length)..];
    }
}
