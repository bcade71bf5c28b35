using System.Diagnostics;
using System.IO.Compression;
using System.Security.Cryptography;
using IpsJobs.Handlers.Export;
using IpsJobs.Handlers.Tests.Publishing;
using IpsJobs.Testing;

namespace IpsJobs.Handlers.Tests.Export;

public sealed class ExportArchiveWriterTests : IDisposable
{
    // More than is read at once, and in all more than is flushed at once.
    private const int Large = 700_001;
    private const int ManyLarge = 40;

    private readonly TemporaryDirectory folder = new();

    private string Archive => folder.PathOf("archive.zip");

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(256 * 1024)]
    [InlineData(Large)]
    public async Task Finish_LeavesEveryByte(int size)
    {
        var source = Source("source", size);

        await WriteAsync([(source, "Schöne Schuhe/日本")]);

        using var zip = ZipFile.OpenRead(Archive);
        var entry = zip.Entries.Should().ContainSingle().Subject;
        (entry.FullName, entry.Length, entry.CompressedLength).Should().Be(("Schöne Schuhe/日本.css", size, size));
        using var content = entry.Open();
        (await SHA256.HashDataAsync(content)).Should().Equal(SHA256.HashData(File.ReadAllBytes(source)));
    }

    [ToolFact("unzip", "python3")]
    public async Task Finish_LeavesAnArchiveThatOtherProgramsTake()
    {
        var source = Source("source", Large);

        await WriteAsync([(Source("nothing", 0), "Empty"), .. Enumerable.Range(0, ManyLarge).Select(_ => (source, "Größe"))]);

        Run("unzip", "-tqq", Archive).Should().Be(0);
        Run("python3", "-c", "import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); sys.exit(z.testzip() is not None or z.namelist()[-1] != 'Größe-40.css')", Archive)
            .Should().Be(0);
    }

    [Fact]
    public async Task Finish_Throws_WhenTheDiskIsFull()
    {
        if (!OperatingSystem.IsLinux())
            return;
        var source = Source("source", Large);
        await using var full = new ExportArchiveWriter("/dev/full", long.MaxValue);

        var write = async () =>
        {
            for (var i = 0; i < ManyLarge; i++)
                await full.AddAsync(source, "", "file", "css", CancellationToken.None);
            await full.FinishAsync();
        };

        await write.Should().ThrowAsync<IOException>();
    }

    [Fact]
    public async Task Dispose_EndsAllWriting_WhenItIsNotFinished()
    {
        var source = Source("source", Large);
        var writer = new ExportArchiveWriter(Archive, long.MaxValue);
        for (var i = 0; i < ManyLarge; i++)
            await writer.AddAsync(source, "", "file", "css", CancellationToken.None);

        await writer.DisposeAsync();

        // Opened for nobody else: it fails while there is a writer.
        using var alone = new FileStream(Archive, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        var read = () => new ZipArchive(alone, ZipArchiveMode.Read);
        read.Should().Throw<InvalidDataException>();
    }

    private async Task WriteAsync(IEnumerable<(string Source, string Name)> files)
    {
        await using var writer = new ExportArchiveWriter(Archive, long.MaxValue);
        foreach (var (source, name) in files)
            await writer.AddAsync(source, "", name, "css", CancellationToken.None);
        await writer.FinishAsync();
    }

    private string Source(string name, int size)
    {
        var path = folder.PathOf(name);
        File.WriteAllBytes(path, RandomNumberGenerator.GetBytes(size));
        return path;
    }

    private static int Run(string program, params string[] arguments)
    {
        using var running = Process.Start(program, arguments);
        running.WaitForExit();
        return running.ExitCode;
    }
}
