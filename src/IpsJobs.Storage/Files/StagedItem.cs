using IpsJobs.Core.Files;

namespace IpsJobs.Storage.Files;

/// <summary>The files of one item on their way into place.</summary>
internal sealed class StagedItem(IReadOnlyList<FileMove> files, IReadOnlyList<string> obsolete, UndoFolder undo)
{
    private readonly List<FileMove> moved = [];
    private FreshPlaces? fresh;

    public IReadOnlyList<FileMove> Files => files;

    /// <summary>Folder of the marks of its instance.</summary>
    public string UndoRoot => undo.Root;

    /// <summary>Name of the item among the marks.</summary>
    public string UndoName => undo.Name;

    /// <summary>Places where nothing lies; known after <see cref="Look"/>.</summary>
    public IReadOnlyList<string> FreePlaces { get; private set; } = [];

    /// <summary>Why its files could not be moved; null while nothing went wrong.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>Finds out which of its places are free.</summary>
    /// <param name="promised">Free places that earlier items of the batch are going to take; its own are added.</param>
    public void Look(HashSet<string> promised) =>
        FreePlaces = [.. files.Select(f => f.FinalPath).Where(p => !File.Exists(p) && promised.Add(p))];

    /// <summary>Renames the files and takes obsolete ones away; when that fails, all go back.</summary>
    /// <param name="remembered">Where its free places are remembered.</param>
    /// <param name="folders">Folders that are known to be there; those made here are added.</param>
    public void Move(FreshPlaces remembered, HashSet<string> folders)
    {
        fresh = remembered;
        try
        {
            foreach (var file in files)
                MoveOne(file, folders);
            foreach (var path in obsolete.Where(File.Exists))
            {
                undo.Remember(path);
                File.Delete(path);
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Abort(failure);
        }
    }

    /// <summary>Takes the item out of the batch and its files back.</summary>
    public void Abort(Exception failure)
    {
        Failure = failure;
        Undo();
    }

    /// <summary>Puts the files back into staging, and those they took the place of back where they were.</summary>
    public void Undo()
    {
        foreach (var file in moved)
        {
            if (File.Exists(file.FinalPath) && Directory.Exists(Path.GetDirectoryName(file.StagedPath)))
                File.Move(file.FinalPath, file.StagedPath, overwrite: true);
        }
        moved.Clear();
        fresh?.Restore(undo.Name);
        undo.Restore();
    }

    /// <summary>The rows are durable.</summary>
    public void Settle()
    {
        fresh?.Forget(undo.Name);
        undo.Forget();
    }

    private void MoveOne(FileMove file, HashSet<string> folders)
    {
        var folder = Path.GetDirectoryName(file.FinalPath)!;
        if (folders.Add(folder))
            Directory.CreateDirectory(folder);
        if (!FreePlaces.Contains(file.FinalPath) && File.Exists(file.FinalPath))
            undo.Remember(file.FinalPath);
        File.Move(file.StagedPath, file.FinalPath, overwrite: true);
        moved.Add(file);
    }
}
