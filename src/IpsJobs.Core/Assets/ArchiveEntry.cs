namespace IpsJobs.Core.Assets;

/// <summary>A file or folder in an archive.</summary>
/// <param name="Name">Full path in the archive; that of a folder ends in "/".</param>
/// <param name="ModifiedUtc">Archives keep wall time, which is read as that of the server's zone.</param>
/// <param name="CompressedSize">Bytes in the archive.</param>
/// <param name="Size">Bytes once unpacked.</param>
public sealed record ArchiveEntry(string Name, DateTimeOffset ModifiedUtc, long CompressedSize, long Size)
{
    public bool IsFolder => Name.EndsWith('/');
}
