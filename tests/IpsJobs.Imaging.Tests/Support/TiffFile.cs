using System.Buffers.Binary;

namespace IpsJobs.Imaging.Tests.Support;

/// <summary>Reads the directories of a classic little-endian TIFF file.</summary>
public static class TiffFile
{
    private const int EntryLength = 12;
    private const int ShortType = 3;
    private const int LongType = 4;

    public static IReadOnlyList<TiffPage> ReadPages(string path)
    {
        var bytes = File.ReadAllBytes(path);
        bytes.AsSpan(0, 4).ToArray().Should().Equal(0x49, 0x49, 42, 0);
        var pages = new List<TiffPage>();
        for (var offset = Long(bytes, 4); offset != 0;)
        {
            var count = BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan((int)offset));
            var entries = (int)offset + 2;
            pages.Add(new TiffPage(Enumerable.Range(0, count)
                .Select(i => entries + i * EntryLength)
                .ToDictionary(at => (int)BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at)), at => Values(bytes, at))));
            offset = Long(bytes, entries + count * EntryLength);
        }
        return pages;
    }

    private static uint[] Values(byte[] bytes, int entry)
    {
        var type = BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(entry + 2));
        var count = (int)Long(bytes, entry + 4);
        if (type is not (ShortType or LongType))
            return [];
        var size = type == ShortType ? 2 : 4;
        var start = count * size <= 4 ? entry + 8 : (int)Long(bytes, entry + 8);
        return [.. Enumerable.Range(0, count).Select(i => type == ShortType
            ? BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(start + i * size))
            : Long(bytes, start + i * size))];
    }

    private static uint Long(byte[] bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at));
}
