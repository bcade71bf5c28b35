using System.Security.Cryptography;
using System.Text;
using IpsJobs.Core.Files;

namespace IpsJobs.Storage.Files;

/// <summary>Keeps, while the files of an item are in place and its rows are not, what lay in the places before.</summary>
/// <remarks>It is made of names only, no content of its own: <c>staging/&lt;instance&gt;/.undo/old/&lt;path&gt;</c> is a second name of the
/// file that lay there, the last part of the path marked with the item. File systems keep the order of such changes, so after a
/// power cut the mark of a rename is there whenever the rename is, without a flush of its own. Places that were free are in
/// <see cref="FreshPlaces"/>.</remarks>
internal sealed class UndoFolder
{
    private const string FolderName = ".undo";
    private const string OldMark = "old";
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

    /// <summary>Folder of all marks of the instance.</summary>
    public string Root => root;

    /// <summary>The marks of an item that begins.</summary>
    public static UndoFolder Of(DataFolder data, long instanceId, string itemKey) =>
        new(RootIn(data.StagingOf(instanceId)), data.Root, NameOf(itemKey), marks: []);

    /// <summary>The marks that a killed process left in the staging folder of an instance, by item.</summary>
    public static IReadOnlyList<UndoFolder> ListOf(DataFolder data, string instanceStaging)
    {
        var root = RootIn(instanceStaging);
        var folder = Path.Combine(root, OldMark);
        return Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).GroupBy(ItemOf).Select(i => new UndoFolder(root, data.Root, i.Key, i))]
            : [];
    }

    /// <summary>Folder of the marks in the staging folder of an instance.</summary>
    public static string RootIn(string instanceStaging) => Path.Combine(instanceStaging, FolderName);

    // Half of the digits: enough to tell the items of one instance apart, and short beside a file's name.
    public static string NameOf(string itemKey) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(itemKey)).AsSpan(0, SHA256.HashSizeInBytes / 2));

    /// <summary>A path from the data folder on; null for one outside.</summary>
    public static string? FindRelative(string dataRoot, string path)
    {
        var relative = Path.GetRelativePath(dataRoot, path);
        return Path.IsPathRooted(relative) || relative.StartsWith("..", StringComparison.Ordinal) ? null : relative;
    }

    /// <summary>To be called before something is renamed to <paramref name="path"/>, where a file lies. Places outside the data folder are not remembered.</summary>
    public void Remember(string path)
    {
        if (FindRelative(dataRoot, path) is not { } relative)
            return;
        var mark = MarkOf(Path.Combine(root, OldMark, relative));
        Directory.CreateDirectory(Path.GetDirectoryName(mark)!);
        marks.Add(mark);
        if (!HardLink.TryCreate(path, mark))
            // For a moment nothing lies there; the rename that follows ends it, and a kill in between is undone at the next start.
            File.Move(path, mark, overwrite: true);
    }

    /// <summary>Puts every file back that was remembered.</summary>
    public void Restore()
    {
        foreach (var mark in marks.Where(File.Exists))
            File.Move(mark, PlaceOf(mark), overwrite: true);
        Forget();
    }

    /// <summary>The rows are durable: there is no way back, and none needed.</summary>
    public void Forget()
    {
        foreach (var mark in marks)
            File.Delete(mark);
        marks.Clear();
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

    private string PlaceOf(string mark)
    {
        var relative = Path.GetRelativePath(Path.Combine(root, OldMark), mark);
        var (folder, name) = (Path.GetDirectoryName(relative)!, Path.GetFileName(relative));
        return Path.Combine(dataRoot, folder, name == Name ? "" : name[(Name.Length + 1)..]);
    }
}
