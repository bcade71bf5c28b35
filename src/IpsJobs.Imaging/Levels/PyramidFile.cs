using System.Buffers;

namespace IpsJobs.Imaging;

/// <summary>A TIFF file of several levels, put together from tiles that were encoded in strips.</summary>
/// <remarks>Complete only after <see cref="Finish"/>: the directories come last.</remarks>
internal sealed class PyramidFile : IDisposable
{
    private const int CopySize = 128 * 1024;

    private readonly TiffForm form;
    private readonly FileStream file;
    private readonly List<TiffLevel> levels = [];

    /// <param name="path">Target.</param>
    /// <param name="form">Of this file and of all strips.</param>
    public PyramidFile(string path, TiffForm form)
    {
        this.form = form;
        file = new FileStream(path, FileMode.Create, FileAccess.ReadWrite, FileShare.None);
        form.WriteHeader(file);
    }

    /// <summary>Appends the tiles of a strip.</summary>
    /// <param name="level">0 for the full picture; a level starts after the one above it.</param>
    /// <param name="stripPath">The next rows of the level, as libvips writes them.</param>
    public void Append(int level, string stripPath)
    {
        using var strip = new FileStream(stripPath, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        var (entries, _) = form.ReadDirectory(strip, (long)form.ReadOffset(strip, form.FirstLink));
        var fields = entries.ToDictionary(e => e.Tag, e => form.ReadField(strip, e));
        var (places, lengths) = (fields[TiffField.TileOffsets].Numbers(), fields[TiffField.TileLengths].Numbers());
        var (start, end) = (places.Min(), places.Zip(lengths, (p, l) => p + l).Max());
        var shift = file.Length - (long)start;
        Copy(strip, (long)start, (long)(end - start));
        LevelOf(level, fields.Values).Add(
            fields[TiffField.ImageLength].Numbers()[0], places.Select(p => (ulong)((long)p + shift)), lengths);
    }

    /// <summary>Appends tiles that lie one after the other.</summary>
    /// <param name="level">0 for the full picture; a level starts after the one above it.</param>
    /// <param name="fields">What holds for the whole level.</param>
    /// <param name="rows">Height of the strip that they are of.</param>
    /// <param name="tiles">Encoded.</param>
    /// <param name="lengths">Bytes of each.</param>
    public void Append(int level, IEnumerable<TiffField> fields, ulong rows, ReadOnlySpan<byte> tiles, IReadOnlyList<ulong> lengths)
    {
        var place = (ulong)file.Length;
        var places = new List<ulong>(lengths.Count);
        foreach (var length in lengths)
        {
            places.Add(place);
            place += length;
        }
        file.Position = file.Length;
        file.Write(tiles);
        LevelOf(level, fields).Add(rows, places, lengths);
    }

    /// <summary>Writes the directories.</summary>
    /// <param name="profile">The colours of every level mean the same, so all share one profile; null for none.</param>
    public void Finish(byte[]? profile)
    {
        TiffEntry? shared = profile is null ? null : form.Store(file, TiffField.OfBytes(TiffField.IccProfile, profile));
        var link = form.FirstLink;
        foreach (var level in levels)
        {
            var entries = level.Fields(form.OffsetType).Select(f => form.Store(file, f)).ToList();
            if (shared is { } entry)
                entries.Add(entry);
            var (place, next) = form.AppendDirectory(file, entries);
            form.WriteOffset(file, link, (ulong)place);
            link = next;
        }
    }

    public void Dispose() => file.Dispose();

    private TiffLevel LevelOf(int level, IEnumerable<TiffField> fields)
    {
        if (level == levels.Count)
            levels.Add(new TiffLevel(fields, isReduced: level > 0));
        return levels[level];
    }

    private void Copy(FileStream strip, long start, long length)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(CopySize);
        try
        {
            file.Position = file.Length;
            strip.Position = start;
            for (int count; length > 0; length -= count)
            {
                count = (int)Math.Min(buffer.Length, length);
                strip.ReadExactly(buffer, 0, count);
                file.Write(buffer, 0, count);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
