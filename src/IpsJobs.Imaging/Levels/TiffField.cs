using System.Buffers.Binary;

namespace IpsJobs.Imaging;

/// <summary>A field of a TIFF directory with its values.</summary>
/// <param name="Tag">Which field.</param>
/// <param name="Type">Type code of its values.</param>
/// <param name="Count">Number of values.</param>
/// <param name="Data">The values, little-endian.</param>
internal sealed record TiffField(ushort Tag, ushort Type, ulong Count, byte[] Data)
{
    public const ushort SubfileType = 254;
    public const ushort ImageLength = 257;
    public const ushort TileOffsets = 324;
    public const ushort TileLengths = 325;
    public const ushort IccProfile = 34675;

    public static TiffField OfBytes(ushort tag, byte[] data) => new(tag, TiffEntry.UndefinedType, (ulong)data.Length, data);

    /// <param name="tag">Which field.</param>
    /// <param name="type">2, 4 or 8 bytes for each.</param>
    /// <param name="numbers">Must fit the type.</param>
    public static TiffField OfNumbers(ushort tag, ushort type, IReadOnlyCollection<ulong> numbers)
    {
        var size = type switch
        {
            TiffEntry.ShortType => 2,
            TiffEntry.LongType => 4,
            _ => 8,
        };
        var data = new byte[numbers.Count * size];
        var place = 0;
        foreach (var number in numbers)
        {
            Write(data.AsSpan(place, size), number);
            place += size;
        }
        return new TiffField(tag, type, (ulong)numbers.Count, data);
    }

    /// <param name="tag">Which field.</param>
    /// <param name="values">Kept to a thousandth; what a field cannot hold becomes what is next to it.</param>
    public static TiffField OfRatios(ushort tag, params double[] values)
    {
        const uint Denominator = 1000;
        var parts = values.SelectMany(v => new[] { (ulong)Math.Clamp(Math.Round(v * Denominator), 0, uint.MaxValue), Denominator });
        var data = OfNumbers(tag, TiffEntry.LongType, [.. parts]).Data;
        return new TiffField(tag, TiffEntry.RationalType, (ulong)values.Length, data);
    }

    public ulong[] Numbers()
    {
        var size = Data.Length / (int)Count;
        return [.. Enumerable.Range(0, (int)Count).Select(i => Read(Data.AsSpan(i * size, size)))];
    }

    private static ulong Read(ReadOnlySpan<byte> bytes) => bytes.Length switch
    {
        2 => BinaryPrimitives.ReadUInt16LittleEndian(bytes),
        4 => BinaryPrimitives.ReadUInt32LittleEndian(bytes),
        _ => BinaryPrimitives.ReadUInt64LittleEndian(bytes),
    };

    private static void Write(Span<byte> bytes, ulong number)
    {
        if (bytes.Length == 8)
            BinaryPrimitives.WriteUInt64LittleEndian(bytes, number);
        else if (bytes.Length == 4)
            BinaryPrimitives.WriteUInt32LittleEndian(bytes, checked((uint)number));
        else
            BinaryPrimitives.WriteUInt16LittleEndian(bytes, checked((ushort)number));
    }
}
