using System.Security.Cryptography;
using System.Text;
using IpsJobs.Core.Files;

namespace IpsJobs.Storage.Files;

/// <summary>Remembers, while the files of an item are in place and its rows are not, how the places looked before.</summary>
/// <remarks>It is made of names only, no content: <c>staging/&lt;instance&gt;/.undo/new|old/&lt;path&gt;</c>, the last part of the path
/// marked with the item, where <c>new</c> marks a place that was free and <c>old</c> holds the file that lay there. File systems keep
/// the order of such changes, so after a power cut the mark of a rename is there whenever the rename is, without a flush of its own.
/// The marks of new places are all names of one empty file: ext4 finds a place for a new file the more slowly, the more files were
/// deleted just before, so that a file of its own for each would make large uploads several times slower.</remarks>
internal sealed class UndoFolder
{
    private const string FolderName = ".undo";
    private const string NewMark = "new";
    private const string OldMark = "old";
    private const string Nothing = "nothing";
    private const char Divider = '~';
    private const int LongestName = 255;
    private readonly string root;
    private readonly string dataRoot;
    private readonly List<string> marks;

    private UndoFolder(string root, string dataRoot, string name, IEnumerable<string> marks)
    {
        this.root = root;
        this.dataRoot = dataRoot;
        Name = name;
        this.marks = [.. marks];
    }

    /// <summary>Tells the item, and follows from its key.</summary>
    public string Name { get; }

    /// <summary>The marks of an item that begins.</summary>
    public static UndoFolder Of(DataFolder data, long instanceId, string itemKey) =>
        new(Path.Combine(data.StagingOf(instanceId), FolderName), data.Root, NameOf(itemKey), marks: []);

    /// <summary>The marks that a killed process left in the staging folder of an instance, by item.</summary>
    public static IReadOnlyList<UndoFolder> ListOf(DataFolder data, string instanceStaging)
    {
        var root = Path.Combine(instanceStaging, FolderName);
        return [.. MarksOf(root, NewMark).Concat(MarksOf(root, OldMark)).GroupBy(ItemOf).Select(i => new UndoFolder(root, data.Root, i.Key, i))];
    }

    // Half of the digits: enough to tell the items of one instance apart, and short beside a file's name.
    public static string NameOf(string itemKey) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(itemKey)).AsSpan(0, SHA256.HashSizeInBytes / 2));

    /// <summary>To be called before something is renamed to <paramref name="path"/>. Places outside the data folder are not remembered.</summary>
    public void Remember(string path)
    {
        var relative = Path.GetRelativePath(dataRoot, path);
        if (Path.IsPathRooted(relative) || relative.StartsWith("..", StringComparison.Ordinal))
            return;
        var isNew = !File.Exists(path);
        var mark = MarkOf(Path.Combine(root, isNew ? NewMark : OldMark, relative));
        Directory.CreateDirectory(Path.GetDirectoryName(mark)!);
        marks.Add(mark);
        if (isNew)
            MarkNew(mark);
        else if (!LinuxFiles.TryLink(path, mark))
            // For a moment nothing lies there; the rename that follows ends it, and a kill in between is undone at the next start.
            File.Move(path, mark, overwrite: true);
    }

    /// <summary>Makes every place what it was, as far as that was remembered.</summary>
    public void Restore()
    {
        // The folder may be missing in a copy that was made before the file came to its place.
        foreach (var place in marks.Select(m => PlaceOf(m, NewMark)).Where(File.Exists))
            File.Delete(place!);
        foreach (var mark in marks.Where(File.Exists))
        {
            if (PlaceOf(mark, OldMark) is { } place)
                File.Move(mark, place, overwrite: true);
        }

        Forget();
    }

    /// <summary>The rows are durable: there is no way back, and none needed.</summary>
    public void Forget()
    {
        foreach (var mark in marks)
            File.Delete(mark);
        marks.Clear();
    }

    private static IEnumerable<string> MarksOf(string root, string kind)
    {
        var folder = Path.Combine(root, kind);
        return Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories) : [];
    }

    // A name that has no room for the mark becomes a folder with the mark in it.
    private string MarkOf(string path)
    {
        var name = Path.GetFileName(path);
        return Encoding.UTF8.GetByteCount(name) + Name.Length + 1 > LongestName
            ? Path.Combine(path, Name)
            : Path.Combine(Path.GetDirectoryName(path)!, Name + Divider + name);
    }

    private static string ItemOf(string mark) => Path.GetFileName(mark).Split(Divider)[0];

    // Null when the mark is of the other kind.
    private string? PlaceOf(string mark, string kind)
    {
        var relative = Path.GetRelativePath(Path.Combine(root, kind), mark);
        if (relative.StartsWith("..", StringComparison.Ordinal))
            return null;
        var (folder, name) = (Path.GetDirectoryName(relative)!, Path.GetFileName(relative));
        return Path.Combine(dataRoot, folder, name == Name ? "" : name[(Name.Length + 1)..]);
    }

    // Where a file cannot have so many names, it is one of its own.
    private void MarkNew(string mark)
    {
        var nothing = Path.Combine(root, Nothing);
        if (LinuxFiles.TryLink(nothing, mark))
            return;
        File.Create(nothing).Dispose();
        if (!LinuxFiles.TryLink(nothing, mark))
            File.Create(mark).Dispose();
    }
}
