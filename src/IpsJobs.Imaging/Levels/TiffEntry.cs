namespace IpsJobs.Imaging;

/// <summary>An entry of a TIFF directory.</summary>
/// <param name="Tag">Which field.</param>
/// <param name="Type">Type code of its values.</param>
/// <param name="Count">Number of values.</param>
/// <param name="Value">The values themselves when they fit, otherwise their place in the file.</param>
internal readonly record struct TiffEntry(ushort Tag, ushort Type, ulong Count, ulong Value)
{
    public const ushort ShortType = 3;
    public const ushort LongType = 4;
    public const ushort RationalType = 5;
    public const ushort UndefinedType = 7;
    public const ushort Long8Type = 16;

    public ulong Length => Count * Type switch
    {
        ShortType or 8 => 2UL,
        LongType or 9 or 11 or 13 => 4UL,
        RationalType or 10 or 12 or Long8Type or 17 or 18 => 8UL,
        _ => 1UL,
    };
}
