using System.Runtime.Versioning;
using IpsJobs.Core.Files;

namespace IpsJobs.Core.Tests.Files;

[SupportedOSPlatform("linux")]
public sealed class LinuxFilesTests : IDisposable
{
    private const string Content = "content";
    private readonly string folder = Directory.CreateTempSubdirectory("ips-files-").FullName;
    private readonly string file;

    public LinuxFilesTests()
    {
        file = Path.Combine(folder, "ä b.txt");
        File.WriteAllText(file, Content);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void TryOpen_ReadsAFileOfTheSizeItIsKnownBy()
    {
        using var opened = LinuxFiles.TryOpen(file, Content.Length);

        var read = new byte[Content.Length];
        RandomAccess.Read(opened!, read, fileOffset: 0).Should().Be(Content.Length);
        read.Should().Equal("content"u8.ToArray());
    }

    [Fact]
    public void TryOpen_IsNull_WhenTheSizeIsAnother() => LinuxFiles.TryOpen(file, Content.Length + 1).Should().BeNull();

    [Fact]
    public void TryOpen_IsNull_WhenNothingIsThere() => LinuxFiles.TryOpen(file + "x", 0).Should().BeNull();

    [Fact]
    public void TryOpen_FollowsNoLink()
    {
        var link = Path.Combine(folder, "link");
        File.CreateSymbolicLink(link, file);

        LinuxFiles.TryOpen(link, Content.Length).Should().BeNull();
    }

    [Fact]
    public void TryOpen_IsNull_WhileAnotherHoldsTheFileForItself()
    {
        using (new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
            LinuxFiles.TryOpen(file, Content.Length).Should().BeNull();

        using var opened = LinuxFiles.TryOpen(file, Content.Length);
        opened.Should().NotBeNull();
    }

    [Fact]
    public void TryCreate_MakesAFileThatTheFrameworkWouldMake()
    {
        var (ours, theirs) = (Path.Combine(folder, "ours"), Path.Combine(folder, "theirs"));

        using (var created = LinuxFiles.TryCreate(ours))
            RandomAccess.Write(created!, "bytes"u8, fileOffset: 0);
        File.WriteAllText(theirs, "bytes");

        File.ReadAllText(ours).Should().Be("bytes");
        File.GetUnixFileMode(ours).Should().Be(File.GetUnixFileMode(theirs));
    }

    [Fact]
    public void TryCreate_IsNull_AndChangesNothing_WhenSomethingLiesThere()
    {
        LinuxFiles.TryCreate(file).Should().BeNull();

        File.ReadAllText(file).Should().Be(Content);
    }

    [Fact]
    public void TryCreate_IsNull_WhenThereIsNoFolder() => LinuxFiles.TryCreate(Path.Combine(folder, "none", "a")).Should().BeNull();
}
