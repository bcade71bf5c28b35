using System.Buffers.Binary;

namespace IpsJobs.Imaging;

/// <summary>Appends the picture of one TIFF file to another as a further, reduced page; the encoded tiles are copied as they are.</summary>
internal static class TiffJoin
{
    private const ushort SubfileType = 254;
    private const ushort TileOffsets = 324;
    private const ushort IccProfile = 34675;
    private const ulong ReducedImage = 1;

    /// <summary>Appends a level. Both files are little-endian, in the same form, and written by libvips.</summary>
    public static void Append(string targetPath, string levelPath)
    {
        using var target = new FileStream(targetPath, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        using var level = File.OpenRead(levelPath);
        var form = TiffForm.Of(target);
        if (TiffForm.Of(level) != form)
            throw new InvalidDataException("The levels differ in form");
        var shift = CopyContent(level, target, form);
        var (entries, _) = form.ReadDirectory(level, (long)form.ReadOffset(level, form.FirstLink));
        var moved = entries
            .Where(e => e.Tag is not (SubfileType or TileOffsets))
            .Select(e => e.Length > (ulong)form.OffsetLength ? e with { Value = e.Value + (ulong)shift } : e)
            .Append(new TiffEntry(SubfileType, TiffEntry.LongType, 1, ReducedImage))
            .Append(MoveTiles(level, target, form, entries.Single(e => e.Tag == TileOffsets), shift))
            .ToList();
        Link(target, form, moved);
    }

    /// <returns>By how much everything of the level has moved.</returns>
    private static long CopyContent(FileStream level, FileStream target, TiffForm form)
    {
        var start = TiffForm.AlignedEnd(target);
        target.Position = start;
        level.Position = form.HeaderLength;
        level.CopyTo(target);
        return start - form.HeaderLength;
    }

    private static TiffEntry MoveTiles(FileStream level, FileStream target, TiffForm form, TiffEntry tiles, long shift)
    {
        var places = ReadPlaces(level, form, tiles);
        if (places.Length == 1)
            return new TiffEntry(TileOffsets, form.OffsetType, 1, places[0] + (ulong)shift);
        var at = TiffForm.AlignedEnd(target);
        for (var i = 0; i < places.Length; i++)
            form.WriteOffset(target, at + (long)i * form.OffsetLength, places[i] + (ulong)shift);
        return new TiffEntry(TileOffsets, form.OffsetType, (ulong)places.Length, (ulong)at);
    }

    private static ulong[] ReadPlaces(FileStream level, TiffForm form, TiffEntry tiles)
    {
        var size = (int)(tiles.Length / tiles.Count);
        var bytes = new byte[tiles.Length];
        if (tiles.Length <= (ulong)form.OffsetLength)
        {
            Span<byte> inline = stackalloc byte[8];
            BinaryPrimitives.WriteUInt64LittleEndian(inline, tiles.Value);
            inline[..bytes.Length].CopyTo(bytes);
        }
        else
        {
            level.Position = (long)tiles.Value;
            level.ReadExactly(bytes);
        }
        return [.. Enumerable.Range(0, (int)tiles.Count).Select(i => ReadNumber(bytes.AsSpan(i * size, size)))];
    }

    private static ulong ReadNumber(ReadOnlySpan<byte> bytes) => bytes.Length switch
    {
        2 => BinaryPrimitives.ReadUInt16LittleEndian(bytes),
        4 => BinaryPrimitives.ReadUInt32LittleEndian(bytes),
        _ => BinaryPrimitives.ReadUInt64LittleEndian(bytes),
    };

    // The colours of every page mean the same, so all pages share the profile of the first.
    private static void Link(FileStream target, TiffForm form, List<TiffEntry> entries)
    {
        var link = form.FirstLink;
        for (var next = form.ReadOffset(target, link); next != 0; next = form.ReadOffset(target, link))
        {
            var (found, after) = form.ReadDirectory(target, (long)next);
            if (link == form.FirstLink)
                entries.AddRange(found.Where(e => e.Tag == IccProfile));
            link = after;
        }
        form.WriteOffset(target, link, (ulong)form.AppendDirectory(target, entries));
    }
}
