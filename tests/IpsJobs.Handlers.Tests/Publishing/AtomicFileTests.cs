using IpsJobs.Handlers.Publishing;

namespace IpsJobs.Handlers.Tests.Publishing;

public sealed class AtomicFileTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    public void Dispose() => directory.Dispose();

    [Fact]
    public async Task Replace_KeepsOldContent_WhenWritingFails()
    {
        var path = directory.Write("catalog/a.cat", "old");

        var replace = () => AtomicFile.ReplaceAsync(path, async stream =>
        {
            await stream.WriteAsync("ne"u8.ToArray());
            throw new IOException("the disk is full");
        });

        await replace.Should().ThrowAsync<IOException>();
        (await File.ReadAllTextAsync(path)).Should().Be("old");
    }

    [Fact]
    public async Task Replace_MakesDirectoryAndLeavesNoTemporaryFile_WhenTargetIsNew()
    {
        var path = directory.PathOf("new/catalog/a.cat");

        await AtomicFile.ReplaceAsync(path, stream => stream.WriteAsync("text"u8.ToArray()).AsTask());

        Directory.GetFiles(directory.PathOf("new/catalog")).Should().Equal(path);
        (await File.ReadAllTextAsync(path)).Should().Be("text");
    }

    [Fact]
    public async Task ReplaceAttributes_KeepsOneLinePerAttribute_WhenValueHoldsALineBreak()
    {
        var path = directory.PathOf("a.ini");

        await AttributeFile.ReplaceAsync(path, [new("RootId", "a"), new("PublishInfo", "job\r\nRootId=other")]);

        (await File.ReadAllTextAsync(path)).Should().Be("RootId=a\nPublishInfo=job RootId=other\n");
    }
}
