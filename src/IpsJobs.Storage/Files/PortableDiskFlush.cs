namespace IpsJobs.Storage.Files;

/// <summary>Flushes file by file; names are left to the journal of the file system, because directories cannot be flushed everywhere.</summary>
internal sealed class PortableDiskFlush : DiskFlush
{
    public override void Flush(string root, IReadOnlyCollection<string> files)
    {
        foreach (var file in files)
            FlushFile(file);
    }

    public override void FlushNames(string root, IReadOnlyCollection<string> files) => Flush(root, files);
}
