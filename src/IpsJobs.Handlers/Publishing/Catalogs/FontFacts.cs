using System.Buffers.Binary;
using System.Text;

namespace IpsJobs.Handlers.Publishing.Catalogs;

/// <summary>What a font says of itself in its TrueType or OpenType tables.</summary>
/// <param name="Family">Family name.</param>
/// <param name="PostScriptName">PostScript name; empty when there is none.</param>
/// <param name="IsBold">Bold style.</param>
/// <param name="IsItalic">Italic style.</param>
public sealed record FontFacts(string Family, string PostScriptName, bool IsBold, bool IsItalic)
{
    private const uint Collection = 0x74746366; // "ttcf"
    private const uint NameTable = 0x6E616D65; // "name"
    private const uint HeadTable = 0x68656164; // "head"
    private const int FamilyNameId = 1;
    private const int PostScriptNameId = 6;
    private const int MacStyleOffset = 44;

    // A font larger than this holds its tables all the same, but nobody reads that much for a name.
    private const int MaxBytes = 64 * 1024 * 1024;

    /// <summary>Reads a font file; of a collection its first font.</summary>
    /// <returns>Null when the file is no such font, is damaged or cannot be read.</returns>
    public static FontFacts? TryRead(string path)
    {
        try
        {
            return new FileInfo(path) is { Exists: true, Length: <= MaxBytes } ? Parse(File.ReadAllBytes(path)) : null;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    // Every read is checked by the span itself: a damaged offset ends in ArgumentOutOfRangeException.
    private static FontFacts? Parse(ReadOnlySpan<byte> font)
    {
        var start = UInt32(font, 0) == Collection ? (int)UInt32(font, 12) : 0;
        if (Table(font, start, NameTable) is not { } names)
            return null;
        var style = Table(font, start, HeadTable) is { } head ? UInt16(font, head + MacStyleOffset) : 0;
        return FindName(font, names, FamilyNameId) is { Length: > 0 } family
            ? new FontFacts(family, FindName(font, names, PostScriptNameId) ?? "", (style & 1) != 0, (style & 2) != 0)
            : null;
    }

    private static int? Table(ReadOnlySpan<byte> font, int start, uint tag)
    {
        var count = UInt16(font, start + 4);
        for (var i = 0; i < count; i++)
        {
            var entry = start + 12 + (16 * i);
            if (UInt32(font, entry) == tag)
                return (int)UInt32(font, entry + 8);
        }

        return null;
    }

    private static string? FindName(ReadOnlySpan<byte> font, int table, int nameId)
    {
        var count = UInt16(font, table + 2);
        var texts = table + UInt16(font, table + 4);
        string? found = null;
        for (var i = 0; i < count; i++)
        {
            var record = table + 6 + (12 * i);
            if (UInt16(font, record + 6) != nameId)
                continue;
            var bytes = font.Slice(texts + UInt16(font, record + 10), UInt16(font, record + 8));
            var isMac = UInt16(font, record) == 1;
            var text = isMac ? Encoding.Latin1.GetString(bytes) : Encoding.BigEndianUnicode.GetString(bytes);
            if (!isMac)
                return text;
            found ??= text;
        }

        return found;
    }

    private static int UInt16(ReadOnlySpan<byte> font, int offset) => BinaryPrimitives.ReadUInt16BigEndian(font.Slice(offset, 2));

    private static uint UInt32(ReadOnlySpan<byte> font, int offset) => BinaryPrimitives.ReadUInt32BigEndian(font.Slice(offset, 4));
}
