using IpsJobs.Core.Files;

namespace IpsJobs.Testing.Fakes;

/// <summary>A disk with as much space as a test says; with plenty of it at first.</summary>
public sealed class FakeDiskSpace : IDiskSpace
{
    private const int Kilobyte = 1024;

    public long FreeKilobytes { get; set; } = 1_000_000_000;

    public long ReadFreeBytes() => FreeKilobytes * Kilobyte;
}
