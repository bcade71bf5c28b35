using System.Buffers.Binary;

namespace IpsJobs.Imaging;

/// <summary>The two forms of a little-endian TIFF file: offsets of four or of eight bytes.</summary>
internal sealed record TiffForm(bool Big)
{
    private int OffsetLength => Big ? 8 : 4;

    public ushort OffsetType => Big ? TiffEntry.Long8Type : TiffEntry.LongType;

    private int EntryLength => Big ? 20 : 12;

    private int CountLength => Big ? 8 : 2;

    public void WriteHeader(Stream file)
    {
        file.Position = 0;
        file.Write(Big ? [(byte)'I', (byte)'I', 43, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] : [(byte)'I', (byte)'I', 42, 0, 0, 0, 0, 0]);
    }

    /// <summary>Where the place of the first directory is written.</summary>
    public long FirstLink => Big ? 8 : 4;

    public ulong ReadOffset(Stream file, long at)
    {
        Span<byte> bytes = stackalloc byte[8];
        bytes.Clear();
        file.Position = at;
        file.ReadExactly(bytes[..OffsetLength]);
        return BinaryPrimitives.ReadUInt64LittleEndian(bytes);
    }

    public void WriteOffset(Stream file, long at, ulong offset)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, offset);
        file.Position = at;
        file.Write(bytes[..OffsetLength]);
    }

    /// <returns>The entries, and where the place of the next directory is written.</returns>
    public (List<TiffEntry> Entries, long NextLink) ReadDirectory(Stream file, long at)
    {
        var counts = new byte[8];
        file.Position = at;
        file.ReadExactly(counts.AsSpan(0, CountLength));
        var count = BinaryPrimitives.ReadInt32LittleEndian(counts);
        var bytes = new byte[count * EntryLength];
        file.ReadExactly(bytes);
        var entries = Enumerable.Range(0, count).Select(i => ReadEntry(bytes.AsSpan(i * EntryLength, EntryLength))).ToList();
        return (entries, at + CountLength + bytes.Length);
    }

    public TiffField ReadField(Stream file, TiffEntry entry)
    {
        var data = new byte[entry.Length];
        if (data.Length > OffsetLength)
        {
            file.Position = (long)entry.Value;
            file.ReadExactly(data);
            return new TiffField(entry.Tag, entry.Type, entry.Count, data);
        }
        Span<byte> inline = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(inline, entry.Value);
        inline[..data.Length].CopyTo(data);
        return new TiffField(entry.Tag, entry.Type, entry.Count, data);
    }

    /// <summary>The entry of a field, whose values are appended to the file where an entry has no room for them.</summary>
    public TiffEntry Store(Stream file, TiffField field)
    {
        if (field.Data.Length > OffsetLength)
        {
            var at = AlignedEnd(file);
            file.Position = at;
            file.Write(field.Data);
            return new TiffEntry(field.Tag, field.Type, field.Count, (ulong)at);
        }
        Span<byte> inline = stackalloc byte[sizeof(ulong)];
        inline.Clear();
        field.Data.CopyTo(inline);
        return new TiffEntry(field.Tag, field.Type, field.Count, BinaryPrimitives.ReadUInt64LittleEndian(inline));
    }

    /// <summary>Appends a directory that is the last one.</summary>
    /// <returns>Its place, and where the place of the next directory is written.</returns>
    public (long Place, long NextLink) AppendDirectory(Stream file, IReadOnlyCollection<TiffEntry> entries)
    {
        var at = AlignedEnd(file);
        var bytes = new byte[CountLength + entries.Count * EntryLength + OffsetLength];
        BinaryPrimitives.WriteInt16LittleEndian(bytes, (short)entries.Count);
        var position = CountLength;
        foreach (var entry in entries.OrderBy(e => e.Tag))
        {
            WriteEntry(bytes.AsSpan(position, EntryLength), entry);
            position += EntryLength;
        }
        file.Position = at;
        file.Write(bytes);
        return (at, at + position);
    }

    // The format demands even places of everything that a directory points to.
    private static long AlignedEnd(Stream file) => (file.Length + 15) / 16 * 16;

    private TiffEntry ReadEntry(ReadOnlySpan<byte> bytes)
    {
        var (tag, type) = (BinaryPrimitives.ReadUInt16LittleEndian(bytes), BinaryPrimitives.ReadUInt16LittleEndian(bytes[2..]));
        return Big
            ? new TiffEntry(tag, type, BinaryPrimitives.ReadUInt64LittleEndian(bytes[4..]), BinaryPrimitives.ReadUInt64LittleEndian(bytes[12..]))
            : new TiffEntry(tag, type, BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]), BinaryPrimitives.ReadUInt32LittleEndian(bytes[8..]));
    }

    private void WriteEntry(Span<byte> bytes, TiffEntry entry)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, entry.Tag);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[2..], entry.Type);
        if (Big)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(bytes[4..], entry.Count);
            BinaryPrimitives.WriteUInt64LittleEndian(bytes[12..], entry.Value);
            return;
        }
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[4..], (uint)entry.Count);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[8..], (uint)entry.Value);
    }
}
