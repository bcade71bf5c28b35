using IpsJobs.Core.Files;

namespace IpsJobs.Storage.Files;

/// <summary>The files of one item on their way into place.</summary>
internal sealed class StagedItem(IReadOnlyList<FileMove> files)
{
    private readonly List<FileMove> undoable = [];

    public IReadOnlyList<FileMove> Files => files;

    /// <summary>Why its files could not be moved; null while nothing went wrong.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>Renames the files; when one cannot be, those before it go back.</summary>
    public void Move()
    {
        try
        {
            foreach (var file in files)
                MoveOne(file);
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

    /// <summary>Puts new files back into staging. A file that took the place of another stays: its predecessor is gone, and the item
    /// that is done again replaces it once more.</summary>
    public void Undo()
    {
        foreach (var file in undoable)
        {
            if (File.Exists(file.FinalPath) && Directory.Exists(Path.GetDirectoryName(file.StagedPath)))
                File.Move(file.FinalPath, file.StagedPath, overwrite: true);
        }
        undoable.Clear();
    }

    private void MoveOne(FileMove file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file.FinalPath)!);
        var isNew = !File.Exists(file.FinalPath);
        File.Move(file.StagedPath, file.FinalPath, overwrite: true);
        if (isNew)
            undoable.Add(file);
    }
}
