using IpsJobs.Core.Files;

namespace IpsJobs.Storage.Files;

/// <summary>Brings the staged files of many items into place, so that a power cut leaves every name with its whole content.</summary>
internal sealed class FileBatch(DataFolder data, DiskFlush flush)
{
    /// <summary>Moves the files of all items; an item that cannot be moved says so in <see cref="StagedItem.Failure"/>.</summary>
    /// <exception cref="IOException">The disk took none of them; all are back in staging.</exception>
    public void Apply(IReadOnlyList<StagedItem> items)
    {
        Prepare(items);
        foreach (var item in items.Where(i => i.Failure is null))
            item.Move();
        var moved = items.Where(i => i.Failure is null).SelectMany(i => i.Files).Select(f => f.FinalPath).ToHashSet();
        if (moved.Count == 0)
            return;
        try
        {
            flush.FlushNames(data.Root, moved);
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
        var staged = items.Where(i => i.Failure is null).SelectMany(i => i.Files).ToList();
        if (staged.Any(f => File.Exists(f.FinalPath)))
            flush.Flush(data.Root, [.. staged.Select(f => f.StagedPath)]);
    }
}
