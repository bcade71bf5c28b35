using System.Security.Cryptography;
using System.Text;
using IpsJobs.Core.Files;

namespace IpsJobs.Storage.Files;

/// <summary>Remembers, while the files of an item are in place and its rows are not, how the places looked before.</summary>
/// <remarks>It is made of names only, no content: <c>staging/&lt;instance&gt;/.undo/&lt;hash of the item's key&gt;/new|old/&lt;path&gt;</c>,
/// where <c>new</c> marks a place that was free and <c>old</c> holds the file that lay there. File systems keep the order of such
/// changes, so after a power cut the mark of a rename is there whenever the rename is, without a flush of its own.</remarks>
internal sealed class UndoFolder
{
    private const string FolderName = ".undo";
    private const string NewMark = "new";
    private const string OldMark = "old";
    private readonly string root;
    private readonly string dataRoot;

    private UndoFolder(string root, string dataRoot)
    {
        this.root = root;
        this.dataRoot = dataRoot;
    }

    /// <summary>Name of the folder, which follows from the item's key.</summary>
    public string Name => Path.GetFileName(root);

    /// <summary>The folder of one item.</summary>
    public static UndoFolder Of(DataFolder data, long instanceId, string itemKey) =>
        new(Path.Combine(data.StagingOf(instanceId), FolderName, NameOf(itemKey)), data.Root);

    /// <summary>The folders that a killed process left in the staging folder of an instance.</summary>
    public static IReadOnlyList<UndoFolder> ListOf(DataFolder data, string instanceStaging)
    {
        var parent = Path.Combine(instanceStaging, FolderName);
        return Directory.Exists(parent) ? [.. Directory.EnumerateDirectories(parent).Select(root => new UndoFolder(root, data.Root))] : [];
    }

    public static string NameOf(string itemKey) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(itemKey)));

    /// <summary>To be called before something is renamed to <paramref name="path"/>. Places outside the data folder are not remembered.</summary>
    public void Remember(string path)
    {
        var relative = Path.GetRelativePath(dataRoot, path);
        if (Path.IsPathRooted(relative) || relative.StartsWith("..", StringComparison.Ordinal))
            return;
        var isNew = !File.Exists(path);
        var mark = Path.Combine(root, isNew ? NewMark : OldMark, relative);
        Directory.CreateDirectory(Path.GetDirectoryName(mark)!);
        if (isNew)
            File.Create(mark).Dispose();
        else if (!LinuxFiles.TryLink(path, mark))
            // For a moment nothing lies there; the rename that follows ends it, and a kill in between is undone at the next start.
            File.Move(path, mark, overwrite: true);
    }

    /// <summary>Makes every place what it was, as far as that was remembered.</summary>
    public void Restore()
    {
        // The folder may be missing in a copy that was made before the file came to its place.
        foreach (var place in MarksOf(NewMark).Select(mark => PlaceOf(mark, NewMark)).Where(File.Exists))
            File.Delete(place);
        foreach (var mark in MarksOf(OldMark))
            File.Move(mark, PlaceOf(mark, OldMark), overwrite: true);
        Forget();
    }

    /// <summary>The rows are durable: there is no way back, and none needed.</summary>
    public void Forget()
    {
        if (Directory.Exists(root))
            Directory.Delete(root, recursive: true);
    }

    private string PlaceOf(string mark, string kind) => Path.Combine(dataRoot, Path.GetRelativePath(Path.Combine(root, kind), mark));

    private List<string> MarksOf(string kind)
    {
        var folder = Path.Combine(root, kind);
        return Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)] : [];
    }
}
