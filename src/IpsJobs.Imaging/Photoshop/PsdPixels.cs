using NetVips;

namespace IpsJobs.Imaging;

/// <summary>Makes pictures of the channels of a Photoshop file.</summary>
internal sealed class PsdPixels(PsdDocument document, Stream file)
{
    private const int RawMerged = 0;
    private const int PackedMerged = 1;
    private readonly PsdReader reader = new(file);

    private PsdHeader Header => document.Header;

    private bool Wide => Header.Depth == 16;

    private int Maximum => Wide ? ushort.MaxValue : byte.MaxValue;

    private Enums.BandFormat Format => Wide ? Enums.BandFormat.Ushort : Enums.BandFormat.Uchar;

    /// <summary>The picture of all layers together, as the file stores it.</summary>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    public Image Merged()
    {
        var alpha = document.HasMergedAlpha && Header.Channels > Header.Colours;
        var bands = ReadMerged(Header.Colours + (alpha ? 1 : 0));
        var colours = Join(bands[..Header.Colours]);
        return Describe(alpha ? Unblend(colours, bands[^1]) : colours);
    }

    /// <summary>A layer's own pixels with its opacity channel and mask, in its area.</summary>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    public Image Layer(PsdLayer layer)
    {
        var colours = Join([.. Enumerable.Range(0, Header.Colours).Select(id => ReadChannel(layer, id, layer.Area) ?? Plain(layer.Area, 0))]);
        var alpha = ReadChannel(layer, PsdChannel.Alpha, layer.Area) ?? Plain(layer.Area, Maximum);
        if (layer.MaskArea is { } mask)
            alpha = (alpha * OnLayer(layer, mask) / Maximum).Rint().Cast(Format);
        return Describe(colours.Bandjoin(alpha));
    }

    private Image OnLayer(PsdLayer layer, PsdArea mask)
    {
        double outside = layer.MaskDefault * (Maximum / byte.MaxValue);
        var plain = Plain(layer.Area, outside);
        return mask.IsEmpty || ReadChannel(layer, PsdChannel.Mask, mask) is not { } drawn
            ? plain
            : plain.Insert(drawn, mask.Left - layer.Area.Left, mask.Top - layer.Area.Top);
    }

    private Image[] ReadMerged(int count)
    {
        reader.Position = document.MergedAt;
        var compression = reader.UShort();
        var rowBytes = RowBytes(Header.Width);
        if (compression == PackedMerged)
        {
            // The lengths of the rows of all channels come first.
            var lengths = PsdChannels.ReadLengths(reader, checked(Header.Height * Header.Channels));
            return [.. Enumerable.Range(0, count).Select(i => ToImage(
                Ordered(PsdChannels.Unpack(reader, lengths.AsSpan(i * Header.Height, Header.Height), rowBytes)), Header.Width, Header.Height))];
        }
        if (compression != RawMerged)
            throw new InvalidDataException($"Compression {compression} is not known");
        return [.. Enumerable.Range(0, count).Select(_ => ToImage(
            Ordered(reader.Bytes((long)rowBytes * Header.Height)), Header.Width, Header.Height))];
    }

    private byte[] Ordered(byte[] pixels)
    {
        if (Wide)
            PsdChannels.ToMachineOrder(pixels);
        return pixels;
    }

    private Image? ReadChannel(PsdLayer layer, int id, PsdArea area)
    {
        if (layer.Channels.FirstOrDefault(c => c.Id == id) is not { Length: > 2 } channel)
            return null;
        reader.Position = channel.At;
        var compression = reader.UShort();
        var pixels = PsdChannels.Decode(reader, compression, channel.At + channel.Length, RowBytes(area.Width), area.Height, Wide);
        return ToImage(pixels, area.Width, area.Height);
    }

    private int RowBytes(int width) => Header.Depth == 1 ? (width + 7) / 8 : checked(width * (Wide ? 2 : 1));

    private Image ToImage(byte[] pixels, int width, int height) =>
        Image.NewFromMemory(Header.Depth == 1 ? Spread(pixels, width, height) : pixels, width, height, 1, Format);

    // In a bitmap a set bit is black.
    private static byte[] Spread(byte[] bits, int width, int height)
    {
        var rowBytes = (width + 7) / 8;
        var pixels = new byte[width * height];
        for (var i = 0; i < pixels.Length; i++)
        {
            var (row, column) = (i / width, i % width);
            pixels[i] = (bits[row * rowBytes + column / 8] >> (7 - column % 8) & 1) == 0 ? byte.MaxValue : byte.MinValue;
        }
        return pixels;
    }

    private static Image Join(Image[] bands) => bands.Length == 1 ? bands[0] : bands[0].Bandjoin(bands[1..]);

    private Image Plain(PsdArea area, double value) => (Image.Black(area.Width, area.Height) + value).Cast(Format);

    // The merged picture is stored on white; its own colours are what is left without that.
    private Image Unblend(Image colours, Image alpha)
    {
        var share = alpha / (double)Maximum;
        var own = ((colours - ((1 - share) * Maximum)) / share).Rint().Cast(Format);
        return (alpha > 0).Ifthenelse(own, colours).Bandjoin(alpha);
    }

    // Ink is stored the other way round: full is zero.
    private Image Describe(Image image)
    {
        var bands = Header.Mode == PsdMode.Cmyk ? InvertInk(image) : image;
        var described = bands.Copy(interpretation: (Header.Mode, Wide) switch
        {
            (PsdMode.Cmyk, _) => Enums.Interpretation.Cmyk,
            (PsdMode.Rgb, true) => Enums.Interpretation.Rgb16,
            (PsdMode.Rgb, false) => Enums.Interpretation.Srgb,
            (_, true) => Enums.Interpretation.Grey16,
            _ => Enums.Interpretation.Bw,
        });
        return described.Mutate(m =>
        {
            if (document.Resources.FirstOrDefault(r => r.Id == PhotoshopResource.IccProfile) is { Data.Length: > 0 } profile)
                m.Set(GValue.BlobType, "icc-profile-data", profile.Data);
        });
    }

    private Image InvertInk(Image image)
    {
        var ink = (Maximum - image.ExtractBand(0, n: Header.Colours)).Cast(Format);
        return image.Bands > Header.Colours ? ink.Bandjoin(image[Header.Colours]) : ink;
    }
}
