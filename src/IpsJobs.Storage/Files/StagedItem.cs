using IpsJobs.Core.Files;

namespace IpsJobs.Storage.Files;

/// <summary>The files of one item on their way into place.</summary>
internal sealed class StagedItem(IReadOnlyList<FileMove> files, IReadOnlyList<string> obsolete, UndoFolder undo)
{
    private readonly List<FileMove> moved = [];

    public IReadOnlyList<FileMove> Files => files;

    /// <summary>Why its files could not be moved; null while nothing went wrong.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>Renames the files and takes obsolete ones away; when that fails, all go back.</summary>
    public void Move()
    {
        try
        {
            foreach (var file in files)
                MoveOne(file);
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
        undo.Restore();
    }

    /// <summary>The rows are durable.</summary>
    public void Settle() => undo.Forget();

    private void MoveOne(FileMove file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file.FinalPath)!);
        undo.Remember(file.FinalPath);
        File.Move(file.StagedPath, file.FinalPath, overwrite: true);
        moved.Add(file);
    }
}
