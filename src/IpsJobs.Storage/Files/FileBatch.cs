using IpsJobs.Core.Files;

namespace IpsJobs.Storage.Files;

/// <summary>Brings the staged files of many items into place, so that a power cut leaves every name with its whole content.</summary>
internal sealed class FileBatch(DataFolder data, DiskFlush flush)
{
    /// <summary>Moves the files of all items; an item that cannot be moved says so in <see cref="StagedItem.Failure"/>.</summary>
    /// <exception cref="IOException">The disk took none of them; all are back in staging.</exception>
    public void Apply(IReadOnlyList<StagedItem> items)
    {
        var promised = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in items)
            item.Look(promised);
        if (items.Any(i => i.FreePlaces.Count < i.Files.Count))
            Prepare(items);
        try
        {
            Move([.. items.Where(i => i.Failure is null)]);
        }
        catch
        {
            foreach (var item in items)
                item.Undo();
            throw;
        }
    }

    // A new name needs one flush, after the rename: no row knows it yet. A name that rows know already must never
    // show half a file, so its content is flushed before the rename too.
    private void Prepare(IReadOnlyList<StagedItem> items)
    {
        foreach (var item in items)
        {
            var missing = item.Files.FirstOrDefault(f => !File.Exists(f.StagedPath));
            if (missing is not null)
                item.Abort(new FileNotFoundException("A staged file is missing", missing.StagedPath));
        }
        flush.Flush(data.Root, [.. items.Where(i => i.Failure is null).SelectMany(i => i.Files).Select(f => f.StagedPath)]);
    }

    private void Move(IReadOnlyList<StagedItem> items)
    {
        var folders = new HashSet<string>(StringComparer.Ordinal);
        foreach (var instance in items.GroupBy(i => i.UndoRoot))
        {
            var fresh = FreshPlaces.Write(data, instance.Key, instance.SelectMany(i => i.FreePlaces.Select(p => (i.UndoName, p))));
            foreach (var item in instance)
                item.Move(fresh, folders);
        }
        var moved = items.Where(i => i.Failure is null).SelectMany(i => i.Files).Select(f => f.FinalPath).ToHashSet(StringComparer.Ordinal);
        if (moved.Count > 0)
            flush.FlushNames(data.Root, moved);
    }
}
