using IpsJobs.Handlers.Publishing;

namespace IpsJobs.Handlers.Tests.Publishing;

public sealed class TargetProbeTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    public void Dispose() => directory.Dispose();

    [Fact]
    public void IsUsable_LeavesNothingBehind_WhenDirectoryTakesFiles()
    {
        TargetProbe.IsUsable(directory.Root, 17).Should().BeTrue();

        Directory.EnumerateFileSystemEntries(directory.Root).Should().BeEmpty();
    }

    [Fact]
    public void IsUsable_IsFalse_WhenDirectoryIsMissingOrAFile()
    {
        TargetProbe.IsUsable(directory.PathOf("none"), 17).Should().BeFalse();
        Directory.Exists(directory.PathOf("none")).Should().BeFalse("a missing target may be a volume that is not mounted");
        TargetProbe.IsUsable(directory.Write("file", ""), 17).Should().BeFalse();
    }

    [Fact]
    public void IsUsable_IsFalse_WhenProbeCannotBeWritten()
    {
        Directory.CreateDirectory(directory.PathOf(".ips-probe-17"));

        TargetProbe.IsUsable(directory.Root, 17).Should().BeFalse();
    }
}
