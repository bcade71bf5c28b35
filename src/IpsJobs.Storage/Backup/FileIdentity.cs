namespace IpsJobs.Storage.Backup;

/// <summary>Tells whether a path still leads to the file that was copied from it: ours are replaced as a whole, never written into.</summary>
/// <param name="Size">Bytes.</param>
/// <param name="WrittenTicks">Time of the last write.</param>
internal readonly record struct FileIdentity(long Size, long WrittenTicks)
{
    public static FileIdentity Of(FileSystemInfo file) => new(((FileInfo)file).Length, file.LastWriteTimeUtc.Ticks);
}
