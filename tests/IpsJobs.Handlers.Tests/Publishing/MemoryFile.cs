namespace IpsJobs.Handlers.Tests.Publishing;

/// <summary>A file on the memory file system, which no directory for temporary files can be linked to.</summary>
public sealed class MemoryFile : IDisposable
{
    public MemoryFile(string text) => File.WriteAllText(FullPath, text);

    public string FullPath { get; } = Path.Combine("/dev/shm", $"ips-{Guid.NewGuid():N}");

    public void Dispose() => File.Delete(FullPath);
}
