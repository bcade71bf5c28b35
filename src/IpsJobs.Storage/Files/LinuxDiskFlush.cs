using IpsJobs.Core.Files;

namespace IpsJobs.Storage.Files;

/// <summary>One <c>syncfs</c> for all files of the data folder, which costs little more than a flush of one; files elsewhere, such as
/// publish targets on a mount of their own, one by one.</summary>
internal sealed class LinuxDiskFlush : DiskFlush
{
    public override void Flush(string root, IReadOnlyCollection<string> files)
    {
        if (files.Any(f => IsBelow(root, f)))
            LinuxFiles.SyncFileSystem(root);
        foreach (var file in files.Where(f => !IsBelow(root, f)))
            FlushFile(file);
    }

    public override void FlushNames(string root, IReadOnlyCollection<string> files)
    {
        Flush(root, files);
        foreach (var folder in files.Where(f => !IsBelow(root, f)).Select(f => Path.GetDirectoryName(f)!).Distinct())
            LinuxFiles.SyncDirectory(folder);
    }
}
