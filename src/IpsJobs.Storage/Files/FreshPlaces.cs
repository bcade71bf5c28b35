using System.Text;
using IpsJobs.Core.Files;

namespace IpsJobs.Storage.Files;

/// <summary>Remembers which places were free before the files of a batch came to them, until all of its items have their rows.</summary>
/// <remarks>One file for the items of one instance in a batch, <c>staging/&lt;instance&gt;/.undo/fresh/&lt;guid&gt;</c>: item and place in
/// turns, each with a NUL at its end. It is whole and on the disk before the first file moves; all that changes later is that the
/// name of an item that was taken back is struck out, which needs no space. A mark for each file would cost more than the
/// file's own way into place.</remarks>
internal sealed class FreshPlaces
{
    private const string FolderName = "fresh";
    private const string Unfinished = ".tmp";
    private const char End = '\0';
    private const char StruckOut = '-';
    private readonly Lock gate = new();
    private readonly string dataRoot;
    private readonly string file;
    private readonly ILookup<string, Place> places;
    private readonly HashSet<string> open;

    private FreshPlaces(string dataRoot, string file, IEnumerable<Place> places)
    {
        this.dataRoot = dataRoot;
        this.file = file;
        this.places = places.ToLookup(p => p.Item, StringComparer.Ordinal);
        open = this.places.Select(p => p.Key).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Remembers the places durably. Those outside the data folder are left out.</summary>
    /// <param name="data">The data folder.</param>
    /// <param name="undo">Folder of the marks of the instance.</param>
    /// <param name="free">Name of the item, as <see cref="UndoFolder"/> gives it, and the free place.</param>
    /// <exception cref="IOException">The disk did not take it.</exception>
    public static FreshPlaces Write(DataFolder data, string undo, IEnumerable<(string Item, string Path)> free)
    {
        var (places, text) = (new List<Place>(), new StringBuilder());
        var offset = 0L;
        foreach (var (item, path) in free)
        {
            if (UndoFolder.FindRelative(data.Root, path) is not { } relative)
                continue;
            places.Add(new Place(item, relative, offset));
            text.Append(item).Append(End).Append(relative).Append(End);
            offset += item.Length + Encoding.UTF8.GetByteCount(relative) + 2;
        }
        var written = new FreshPlaces(data.Root, Path.Combine(undo, FolderName, Guid.NewGuid().ToString("N")), places);
        if (places.Count > 0)
            written.Save(text.ToString());
        return written;
    }

    /// <summary>What a killed process left in the folder of the marks of an instance.</summary>
    public static IReadOnlyList<FreshPlaces> ListOf(DataFolder data, string undo)
    {
        var folder = Path.Combine(undo, FolderName);
        return Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder).Where(f => !f.EndsWith(Unfinished, StringComparison.Ordinal)).Select(f => Read(data, f))]
            : [];
    }

    /// <summary>The item has its rows: its places are taken for good.</summary>
    public void Forget(string item)
    {
        lock (gate)
            Close(item);
    }

    /// <summary>The item has no rows and never will: its places become free again.</summary>
    public void Restore(string item)
    {
        lock (gate)
        {
            if (!open.Contains(item))
                return;
            Free(item);
            // At once, because another item may take the place before the rest of the batch is settled.
            if (open.Count > 1)
                StrikeOut(item);
            Close(item);
        }
    }

    /// <summary>Frees the places of all items that are not done.</summary>
    /// <returns>Whether there were any.</returns>
    public bool Settle(Predicate<string> isDone)
    {
        lock (gate)
        {
            var begun = open.Where(i => !isDone(i)).ToList();
            begun.ForEach(Free);
            open.Clear();
            File.Delete(file);
            return begun.Count > 0;
        }
    }

    private static FreshPlaces Read(DataFolder data, string file)
    {
        var places = new List<Place>();
        var texts = File.ReadAllText(file).Split(End);
        for (var i = 0; i + 1 < texts.Length; i += 2)
        {
            if (!texts[i].StartsWith(StruckOut))
                places.Add(new Place(texts[i], texts[i + 1], Offset: 0));
        }
        return new FreshPlaces(data.Root, file, places);
    }

    private void Close(string item)
    {
        if (open.Remove(item) && open.Count == 0)
            File.Delete(file);
    }

    // The folder may be missing in a copy that was made before the file came to its place.
    private void Free(string item)
    {
        foreach (var path in places[item].Select(p => Path.Combine(dataRoot, p.Path)).Where(File.Exists))
            File.Delete(path);
    }

    private void StrikeOut(string item)
    {
        using var handle = File.OpenHandle(file, FileMode.Open, FileAccess.Write);
        var struck = Encoding.UTF8.GetBytes(new string(StruckOut, item.Length));
        foreach (var place in places[item])
            RandomAccess.Write(handle, struck, place.Offset);
    }

    private void Save(string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var unfinished = file + Unfinished;
        using (var handle = File.OpenHandle(unfinished, FileMode.CreateNew, FileAccess.Write))
        {
            RandomAccess.Write(handle, Encoding.UTF8.GetBytes(text), fileOffset: 0);
            RandomAccess.FlushToDisk(handle);
        }
        File.Move(unfinished, file);
    }

    /// <param name="Item">Hexadecimal digits.</param>
    /// <param name="Path">From the data folder on.</param>
    /// <param name="Offset">Where the item stands in the file.</param>
    private sealed record Place(string Item, string Path, long Offset);
}
