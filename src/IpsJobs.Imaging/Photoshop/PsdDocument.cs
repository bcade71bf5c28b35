using System.Text;

namespace IpsJobs.Imaging;

/// <summary>The structure of a Photoshop file; pixels stay in the file until they are asked for.</summary>
/// <remarks>
/// libvips does not read the format, and a general converter merges what counts here: names, groups, visibility and text of layers.
/// </remarks>
internal sealed class PsdDocument
{
    private const int MostLayers = 8000;
    private const int MaskDisabled = 2;
    private const int LayerHidden = 2;
    private static readonly string[] WideBlocks = ["Lr16", "Lr32", "Layr"];

    private PsdDocument(PsdHeader header) => Header = header;

    public PsdHeader Header { get; }

    public IReadOnlyList<PhotoshopResource> Resources { get; private set; } = [];

    /// <summary>Bottom first, groups included.</summary>
    public IReadOnlyList<PsdLayer> Layers { get; private set; } = [];

    /// <summary>The first channel behind the colours of the merged picture is its opacity.</summary>
    public bool HasMergedAlpha { get; private set; }

    /// <summary>Place of the merged picture.</summary>
    public long MergedAt { get; private set; }

    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    public static PsdDocument Read(Stream file, PsdHeader header)
    {
        var reader = new PsdReader(file) { Position = PsdHeader.Length };
        var document = new PsdDocument(header);
        try
        {
            reader.Position = reader.BeginSection();
            var resources = reader.BeginSection();
            document.Resources = [.. PhotoshopResources.Read(reader.Bytes(resources - reader.Position))];
            var layers = reader.BeginSection();
            document.ReadLayerSection(reader, layers);
            document.MergedAt = layers;
            return document;
        }
        catch (EndOfStreamException broken)
        {
            throw new InvalidDataException("The file ends too early", broken);
        }
    }

    private void ReadLayerSection(PsdReader reader, long end)
    {
        if (end - reader.Position < 4)
            return;
        var info = reader.BeginSection();
        if (info > reader.Position)
            ReadLayers(reader);
        reader.Position = info;
        if (end - reader.Position < 4)
            return;
        reader.Position = reader.BeginSection();
        // Files of 16 bits keep their layers in a block further on.
        while (end - reader.Position >= 12)
        {
            reader.Skip(4);
            var key = reader.Code();
            var length = reader.UInt();
            var next = Math.Min(end, reader.Position + (length + 3) / 4 * 4);
            if (WideBlocks.Contains(key) && length > 0)
                ReadLayers(reader);
            reader.Position = next;
        }
    }

    private void ReadLayers(PsdReader reader)
    {
        var count = reader.Short();
        HasMergedAlpha = count < 0;
        if (Math.Abs((int)count) > MostLayers)
            throw new InvalidDataException("There are more layers than the format allows");
        var layers = new List<PsdLayer>();
        for (var i = 0; i < Math.Abs((int)count); i++)
            layers.Add(ReadLayer(reader));
        Layers = [.. layers.Select(l => l with { Channels = Place(reader, l.Channels) })];
    }

    // Channel data follows the records in their order.
    private static List<PsdChannel> Place(PsdReader reader, IReadOnlyList<PsdChannel> channels)
    {
        var placed = new List<PsdChannel>();
        foreach (var channel in channels)
        {
            placed.Add(channel with { At = reader.Position });
            reader.Skip(channel.Length);
        }
        return placed;
    }

    private static PsdLayer ReadLayer(PsdReader reader)
    {
        var area = ReadArea(reader);
        var channels = new List<PsdChannel>();
        for (var left = reader.UShort(); left > 0; left--)
            channels.Add(new PsdChannel(reader.Short(), At: 0, reader.UInt()));
        reader.Skip(4);
        var blendMode = reader.Code();
        var opacity = reader.Byte();
        reader.Skip(1);
        var flags = reader.Byte();
        reader.Skip(1);
        var end = reader.BeginSection();
        var mask = ReadMask(reader);
        reader.Position = reader.BeginSection();
        var name = reader.PaddedText(padding: 4);
        var layer = new PsdLayer
        {
            Name = name,
            Area = area,
            Channels = channels,
            Opacity = opacity,
            Hidden = (flags & LayerHidden) != 0,
            BlendMode = blendMode,
            MaskArea = mask?.Area,
            MaskDefault = mask?.Default ?? 0,
            Blocks = new HashSet<string>(),
        };
        return ReadBlocks(reader, end, layer);
    }

    private static PsdArea ReadArea(PsdReader reader)
    {
        var (top, left, bottom, right) = (reader.Int(), reader.Int(), reader.Int(), reader.Int());
        return new PsdArea(left, top, checked(right - left), checked(bottom - top));
    }

    private static (PsdArea Area, byte Default)? ReadMask(PsdReader reader)
    {
        var end = reader.BeginSection();
        if (end - reader.Position < 18)
        {
            reader.Position = end;
            return null;
        }
        var area = ReadArea(reader);
        var outside = reader.Byte();
        var disabled = (reader.Byte() & MaskDisabled) != 0;
        reader.Position = end;
        return disabled ? null : (area, outside);
    }

    private static PsdLayer ReadBlocks(PsdReader reader, long end, PsdLayer layer)
    {
        var blocks = new HashSet<string>(StringComparer.Ordinal);
        while (end - reader.Position >= 12)
        {
            reader.Skip(4);
            var key = reader.Code();
            var next = reader.BeginSection();
            blocks.Add(key);
            layer = key switch
            {
                "luni" => layer with { Name = ReadUnicode(reader, next) },
                "lsct" or "lsdk" => layer with { Divider = reader.Int() },
                "TySh" => layer with { Text = reader.Bytes(next - reader.Position) },
                _ => layer,
            };
            reader.Position = next;
            SkipPadding(reader, end);
        }
        reader.Position = end;
        return layer with { Blocks = blocks };
    }

    // Some writers pad blocks to even lengths without counting the padding.
    private static void SkipPadding(PsdReader reader, long end)
    {
        for (var i = 0; i < 3 && end - reader.Position >= 12; i++)
        {
            var first = reader.Byte();
            if (first != 0)
            {
                reader.Skip(-1);
                return;
            }
        }
    }

    private static string ReadUnicode(PsdReader reader, long end)
    {
        var length = (long)reader.UInt() * 2;
        return Encoding.BigEndianUnicode.GetString(reader.Bytes(Math.Min(length, end - reader.Position))).TrimEnd('\0');
    }
}
