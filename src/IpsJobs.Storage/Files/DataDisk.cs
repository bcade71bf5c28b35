using IpsJobs.Core.Files;

namespace IpsJobs.Storage.Files;

/// <summary>Asks the operating system, which answers for the folder itself and so for whatever is mounted there.</summary>
internal sealed class DataDisk(DataFolder data) : IDiskSpace
{
    public long ReadFreeBytes() => new DriveInfo(data.Root).AvailableFreeSpace;
}
