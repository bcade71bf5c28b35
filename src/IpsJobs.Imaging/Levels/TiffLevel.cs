namespace IpsJobs.Imaging;

/// <summary>The directory of a level, as its strips come in.</summary>
/// <param name="first">Fields of its first strip, which hold for the whole level but for height and tiles.</param>
/// <param name="isReduced">Whether it is marked as a reduced form of another page.</param>
internal sealed class TiffLevel(IEnumerable<TiffField> first, bool isReduced)
{
    private const ulong ReducedImage = 1;

    private readonly IReadOnlyList<TiffField> common =
        [.. first.Where(f => f.Tag is not (TiffField.SubfileType or TiffField.ImageLength or TiffField.TileOffsets or TiffField.TileLengths))];

    private readonly List<ulong> places = [];
    private readonly List<ulong> lengths = [];
    private ulong height;

    /// <param name="rows">Height of the strip.</param>
    /// <param name="tilePlaces">In the file of all levels.</param>
    /// <param name="tileLengths">Bytes.</param>
    public void Add(ulong rows, IEnumerable<ulong> tilePlaces, IEnumerable<ulong> tileLengths)
    {
        height += rows;
        places.AddRange(tilePlaces);
        lengths.AddRange(tileLengths);
    }

    public IEnumerable<TiffField> Fields(ushort offsetType) =>
    [
        .. isReduced ? [TiffField.OfNumbers(TiffField.SubfileType, TiffEntry.LongType, [ReducedImage])] : Array.Empty<TiffField>(),
        TiffField.OfNumbers(TiffField.ImageLength, TiffEntry.LongType, [height]),
        TiffField.OfNumbers(TiffField.TileOffsets, offsetType, places),
        TiffField.OfNumbers(TiffField.TileLengths, TiffEntry.LongType, lengths),
        .. common,
    ];
}
