using NetVips;

namespace IpsJobs.Imaging;

/// <summary>What a TIFF directory says of JPEG tiles that keep brightness and colour apart.</summary>
internal static class JpegFields
{
    private const ushort Width = 256;
    private const ushort BitsPerSample = 258;
    private const ushort Compression = 259;
    private const ushort Photometric = 262;
    private const ushort Orientation = 274;
    private const ushort SamplesPerPixel = 277;
    private const ushort HorizontalResolution = 282;
    private const ushort VerticalResolution = 283;
    private const ushort PlanarConfiguration = 284;
    private const ushort ResolutionUnit = 296;
    private const ushort TileWidth = 322;
    private const ushort TileHeight = 323;
    private const ushort Tables = 347;
    private const ushort Subsampling = 530;
    private const ushort ReferenceBlackWhite = 532;

    private const double MillimetresPerInch = 25.4;

    /// <param name="strip">Any strip of the level.</param>
    /// <param name="tables">See <see cref="JpegStrip.Tables"/>.</param>
    public static IReadOnlyList<TiffField> Of(Image strip, byte[] tables) =>
    [
        TiffField.OfNumbers(Width, TiffEntry.LongType, [(ulong)strip.Width]),
        Short(BitsPerSample, [.. Enumerable.Repeat(8UL, strip.Bands)]),
        Short(Compression, 7),
        Short(Orientation, 1),
        Short(SamplesPerPixel, (ulong)strip.Bands),
        TiffField.OfRatios(HorizontalResolution, strip.Xres * MillimetresPerInch),
        TiffField.OfRatios(VerticalResolution, strip.Yres * MillimetresPerInch),
        Short(PlanarConfiguration, 1),
        Short(ResolutionUnit, 2),
        Short(TileWidth, Pyramid.TileSize),
        Short(TileHeight, Pyramid.TileSize),
        TiffField.OfBytes(Tables, tables),
        .. strip.Bands == 1 ? [Short(Photometric, 1)] : Colours(),
    ];

    // Without the last one, readers of the letter of the format would take the range of video.
    private static IEnumerable<TiffField> Colours() =>
        [Short(Photometric, 6), Short(Subsampling, 1, 1), TiffField.OfRatios(ReferenceBlackWhite, 0, 255, 128, 255, 128, 255)];

    private static TiffField Short(ushort tag, params ulong[] numbers) => TiffField.OfNumbers(tag, TiffEntry.ShortType, numbers);
}
