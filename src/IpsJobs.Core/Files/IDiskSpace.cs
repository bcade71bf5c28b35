namespace IpsJobs.Core.Files;

/// <summary>The file system that holds the data folder.</summary>
public interface IDiskSpace
{
    /// <summary>Bytes that the service may still write now.</summary>
    /// <exception cref="IOException">The file system cannot be asked.</exception>
    long ReadFreeBytes();
}
