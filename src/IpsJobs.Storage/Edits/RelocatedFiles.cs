using IpsJobs.Core.Files;
using IpsJobs.Storage.Files;

namespace IpsJobs.Storage.Edits;

/// <summary>Moves originals in two steps: each gets a second name before its row changes, and loses the one too many after.</summary>
/// <remarks>Whatever is interrupted, the name that the row has leads to the file.</remarks>
internal sealed class RelocatedFiles(DataFolder data, DiskFlush flush)
{
    /// <summary>True when something lies where the file is to go.</summary>
    public bool IsHeld(FileRelocation relocation) => File.Exists(Full(relocation.ToPath)) || Directory.Exists(Full(relocation.ToPath));

    /// <summary>False for assets that have no file to move.</summary>
    public bool HasFile(FileRelocation relocation) => File.Exists(Full(relocation.FromPath));

    /// <summary>Gives every file its second name, and makes the names durable.</summary>
    /// <exception cref="IOException">Some file got none.</exception>
    public void Double(IReadOnlyList<FileRelocation> relocations)
    {
        foreach (var relocation in relocations)
        {
            var target = Full(relocation.ToPath);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            if (!HardLink.TryCreate(Full(relocation.FromPath), target))
                File.Copy(Full(relocation.FromPath), target);
        }

        flush.FlushNames(data.Root, [.. relocations.Select(r => Full(r.ToPath))]);
    }

    /// <summary>Takes the name away that does not count.</summary>
    /// <param name="relocation">The file.</param>
    /// <param name="isDone">Whether the row has the new place.</param>
    public void Settle(FileRelocation relocation, bool isDone)
    {
        var (kept, other) = isDone ? (relocation.ToPath, relocation.FromPath) : (relocation.FromPath, relocation.ToPath);
        // The file that counts is never the one that is missing.
        if (File.Exists(Full(kept)) && File.Exists(Full(other)))
            File.Delete(Full(other));
    }

    private string Full(string relative) => Path.Combine(data.Root, relative);
}
