using System.IO.Enumeration;
using IpsJobs.Core.Files;
using IpsJobs.Storage.Files;

namespace IpsJobs.Storage.Backup;

/// <summary>Brings folders of a data folder into a copy, and later again with what has changed since.</summary>
/// <remarks>Within one file system a file is given a second name, which costs no space; elsewhere, or when asked to, it is copied.</remarks>
internal sealed class FolderCopy(DataFolder from, DataFolder to, bool linksAllowed)
{
    // What is still being written, and would go on to be written under a second name too.
    private static readonly string[] UnfinishedEndings = [".tmp", ".part"];
    private readonly Dictionary<string, FileIdentity> copied = new(StringComparer.Ordinal);

    /// <summary>Files in the copy.</summary>
    public int Count => copied.Count;

    /// <summary>Makes the copy of a folder what the folder is now.</summary>
    /// <param name="folder">Below the data folder; one that is missing is left out.</param>
    /// <param name="isWanted">Decides by the path below the data folder, for folders and files; a folder left out hides what is in it.</param>
    /// <param name="linked">False for files that others may write into in place.</param>
    /// <param name="keepsGone">Whether what is no longer there stays in the copy.</param>
    public void Bring(string folder, Func<string, bool> isWanted, bool linked = true, bool keepsGone = false)
    {
        var source = Path.Combine(from.Root, folder);
        if (!Directory.Exists(source))
            return;
        Directory.CreateDirectory(Path.Combine(to.Root, folder));
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in EntriesOf(source, isWanted))
        {
            var path = Path.GetRelativePath(from.Root, entry.FullName);
            if (entry is DirectoryInfo)
                Directory.CreateDirectory(Path.Combine(to.Root, path));
            else if (BringOne(entry, path, linked))
                seen.Add(path);
        }
        if (!keepsGone)
            RemoveUnseen(folder, isWanted, seen);
    }

    private FileSystemEnumerable<FileSystemInfo> EntriesOf(string source, Func<string, bool> isWanted)
    {
        // AttributesToSkip: the standard set leaves out names that begin with a dot.
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };
        bool Wanted(ref FileSystemEntry entry) => isWanted(Path.GetRelativePath(from.Root, entry.ToFullPath()));
        return new FileSystemEnumerable<FileSystemInfo>(source, (ref FileSystemEntry entry) => entry.ToFileSystemInfo(), options)
        {
            ShouldIncludePredicate = Wanted,
            ShouldRecursePredicate = Wanted,
        };
    }

    // False when the file has gone meanwhile, or is not one to keep.
    private bool BringOne(FileSystemInfo file, string path, bool linked)
    {
        if (UnfinishedEndings.Contains(file.Extension))
            return false;
        try
        {
            var identity = FileIdentity.Of(file);
            if (copied.TryGetValue(path, out var had) && had == identity)
                return true;
            Place(file.FullName, Path.Combine(to.Root, path), linked && linksAllowed);
            copied[path] = identity;
            return true;
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException && !File.Exists(file.FullName))
        {
            return false;
        }
    }

    private static void Place(string source, string target, bool linked)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Delete(target);
        if (!linked || !HardLink.TryCreate(source, target))
            File.Copy(source, target);
    }

    private void RemoveUnseen(string folder, Func<string, bool> isWanted, HashSet<string> seen)
    {
        var prefix = folder + Path.DirectorySeparatorChar;
        var gone = copied.Keys.Where(p => p.StartsWith(prefix, StringComparison.Ordinal) && isWanted(p) && !seen.Contains(p)).ToList();
        foreach (var path in gone)
        {
            File.Delete(Path.Combine(to.Root, path));
            copied.Remove(path);
        }
    }
}
