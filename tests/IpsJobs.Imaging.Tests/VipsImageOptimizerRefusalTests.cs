using System.Buffers.Binary;
using IpsJobs.Core.Assets;
using IpsJobs.Imaging.Tests.Support;
using NetVips;

namespace IpsJobs.Imaging.Tests;

public sealed class VipsImageOptimizerRefusalTests : IDisposable
{
    private readonly ImageFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Optimize_Refuses_WhenTheContentIsNoImage()
    {
        var path = folder.PathOf("a.jpg");
        await File.WriteAllTextAsync(path, "just text");

        (await RefusalOf(path)).Should().Be("Log.Image.Unreadable");
    }

    [Fact]
    public async Task Optimize_RefusesAndLeavesNothing_WhenTheFileIsTruncated()
    {
        var whole = await File.ReadAllBytesAsync(folder.Write("whole.png", ImageFolder.Quarters(900, 900)));
        var path = folder.PathOf("half.png");
        await File.WriteAllBytesAsync(path, whole[..(whole.Length / 2)]);

        (await RefusalOf(path)).Should().Be("Log.Image.Unreadable");
        File.Exists(folder.Target).Should().BeFalse();
    }

    [Fact]
    public async Task Optimize_Refuses_WhenPixelsAreFloat() =>
        (await RefusalOf(folder.Write("a.tif", ImageFolder.Quarters(300, 300).Cast(Enums.BandFormat.Float)))).Should().Be("Log.Image.PixelFormat");

    [Fact]
    public async Task Optimize_Refuses_WhenColourIsLab() =>
        (await RefusalOf(folder.Write("a.tif", ImageFolder.Quarters(300, 300).Colourspace(Enums.Interpretation.Labs)))).Should().Be("Log.Image.Lab");

    [Fact]
    public async Task Optimize_Refuses_WhenTheHeaderClaimsTooManyPixels()
    {
        using var small = new ImageFolder(maxPixels: 99_999);
        var path = small.Write("a.png", ImageFolder.Quarters(400, 250));

        var act = () => small.OptimizeAsync(path);

        (await act.Should().ThrowAsync<ImageUnreadableException>()).Which.Reason.Should()
            .BeEquivalentTo(new { Key = "Log.Image.TooLarge", Arguments = new[] { "400", "250", "99999" } });
    }

    [Fact]
    public async Task Optimize_Refuses_WhenAPngChunkPasses100Megabytes()
    {
        var bytes = await File.ReadAllBytesAsync(folder.Write("a.png", ImageFolder.Quarters(300, 300)));
        var data = bytes.AsSpan().IndexOf("IDAT"u8);
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(data - 4), 100 * 1024 * 1024 + 1);
        var path = folder.PathOf("chunk.png");
        await File.WriteAllBytesAsync(path, bytes);

        (await RefusalOf(path)).Should().Be("Log.Image.PngChunk");
    }

    [Fact]
    public async Task Optimize_BlamesTheDisk_WhenTheTargetCannotBeWritten()
    {
        var path = folder.Write("a.png", ImageFolder.Quarters(300, 300));

        var act = () => folder.Optimizer.OptimizeAsync(path, folder.PathOf("missing/a.tif"), Core.Assets.PictureRequest.Plain, CancellationToken.None);

        await act.Should().ThrowAsync<IOException>();
    }

    [Fact]
    public async Task Optimize_BlamesTheFile_WhenTheSourceIsMissing()
    {
        var act = () => folder.OptimizeAsync(folder.PathOf("missing.png"));

        await act.Should().ThrowAsync<FileNotFoundException>();
    }

    [Fact]
    public async Task Optimize_WritesNothing_WhenCancelled()
    {
        var path = folder.Write("a.png", ImageFolder.Quarters(300, 300));

        var act = () => folder.Optimizer.OptimizeAsync(path, folder.Target, Core.Assets.PictureRequest.Plain, new CancellationToken(canceled: true));

        await act.Should().ThrowAsync<OperationCanceledException>();
        File.Exists(folder.Target).Should().BeFalse();
    }

    [Fact]
    public void CountFrames_Refuses_WhenTheContentIsNoImage()
    {
        var path = folder.PathOf("a.gif");
        File.WriteAllText(path, "just text");

        var act = () => folder.Optimizer.CountFrames(path);

        act.Should().Throw<ImageUnreadableException>();
    }

    private async Task<string> RefusalOf(string path)
    {
        var act = () => folder.OptimizeAsync(path);
        return (await act.Should().ThrowAsync<ImageUnreadableException>()).Which.Reason.Key;
    }
}
