using IpsJobs.Core.Assets;
using IpsJobs.Imaging.Tests.Support;
using IpsJobs.Testing.Photoshop;
using NetVips;

namespace IpsJobs.Imaging.Tests;

public sealed class PsdTests : IDisposable
{
    private readonly ImageFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Merged_IsReadPackedAndRaw(bool packed)
    {
        var facts = await folder.OptimizeAsync(Save(new PsdWriter(300, 200) { Packed = packed }.Write()));

        (facts.Width, facts.Height, facts.SourceFormat).Should().Be((300, 200, "psd"));
        folder.Pixel(299, 199).Should().Equal(10, 20, 30);
        folder.Pages[0][TiffPage.Compression].Should().Be(8);
    }

    [Fact]
    public async Task Merged_KeepsSixteenBits()
    {
        await folder.OptimizeAsync(Save(new PsdWriter(30, 20, depth: 16) { Merged = [1, 2, 255] }.Write()));

        folder.Pages[0].Find(TiffPage.BitsPerSample).Should().Equal(16, 16, 16);
        folder.Pixel(29, 19).Should().Equal(257, 514, 65535);
    }

    [Fact]
    public async Task Merged_TurnsInkTheRightWay()
    {
        var psd = new PsdWriter(30, 20, PsdWriter.Cmyk) { Merged = [0, 255, 255, 200] }.Write();

        await folder.OptimizeAsync(
            Save(psd), PictureRequest.Plain with { Color = new ColorRequest(Core.Constants.ColorManagementModes.MaintainOriginal) });

        folder.Pixel(5, 5).Should().Equal(255, 0, 0, 55);
    }

    [Fact]
    public async Task Merged_ReadsGrey()
    {
        await folder.OptimizeAsync(Save(new PsdWriter(30, 20, PsdWriter.Grey).Write()));

        folder.Pixel(5, 5).Should().Equal(128);
    }

    [Fact]
    public async Task Merged_LosesTheWhiteItIsStoredOn_WhenItHasAlpha()
    {
        // Half transparent red on white is stored as light red.
        var psd = new PsdWriter(30, 20) { Merged = [255, 127, 127, 128] }.Write(new TestLayer("a", 0, 0, 30, 20, 255, 0, 0) { Alpha = 128 });

        await folder.OptimizeAsync(Save(psd));

        folder.Pixel(5, 5)[3].Should().Be(128);
        folder.Pixel(5, 5)[0].Should().Be(255);
        folder.Pixel(5, 5)[1].Should().BeLessThan(2);
    }

    [Fact]
    public async Task Merged_KeepsProfileResolutionAndPath()
    {
        var resources = new MemoryStream();
        PathWriter.WriteResource(resources, 1005, "", [0, 150, 0, 0, 0, 1, 0, 1, 0, 150, 0, 0, 0, 1, 0, 1]);
        resources.Write(PathWriter.Block("cut", (2000, "cut", [[(0, 0), (0.5, 0), (0.5, 1), (0, 1)]])));

        var facts = await folder.OptimizeAsync(
            Save(new PsdWriter(100, 50) { Resources = resources.ToArray() }.Write()), PictureRequest.Plain with { MaskPath = folder.PathOf("m.tif") });

        facts.Resolution.Should().BeApproximately(150, 0.01);
        using var mask = Image.Tiffload(folder.PathOf("m.tif"));
        (mask.Getpoint(49, 20)[0], mask.Getpoint(50, 20)[0]).Should().Be((255, 0));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Layer_IsReadInEveryCompression(int compression)
    {
        var picture = await ExtractAsync(new PsdWriter(50, 40).Write(
            new TestLayer("a", 5, 6, 20, 10, 200, 100, 50) { Compression = compression }));

        picture.Place.Should().Be(new LayerPlace(5, 6, 20, 10));
        picture.Image.Getpoint(0, 0).Should().Equal(200, 100, 50, 255);
        picture.Image.Getpoint(19, 9).Should().Equal(200, 100, 50, 255);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Layer_IsReadInSixteenBits(int compression)
    {
        var picture = await ExtractAsync(new PsdWriter(50, 40, depth: 16).Write(
            new TestLayer("a", 5, 6, 20, 10, 200, 100, 50) { Compression = compression }));

        picture.Image.Getpoint(19, 9).Should().Equal(200 * 257, 100 * 257, 50 * 257, 65535);
    }

    [Fact]
    public async Task Layer_IsTrimmedToWhatItsMaskShows()
    {
        var picture = await ExtractAsync(new PsdWriter(50, 40).Write(
            new TestLayer("a", 5, 6, 20, 10, 200, 100, 50) { Mask = (10, 8, 4, 3) }));

        picture.Place.Should().Be(new LayerPlace(10, 8, 4, 3));
    }

    [Fact]
    public async Task Layer_IsCutAtTheCanvas()
    {
        var picture = await ExtractAsync(new PsdWriter(50, 40).Write(new TestLayer("a", -10, 30, 100, 100, 1, 2, 3)));

        picture.Place.Should().Be(new LayerPlace(0, 30, 50, 10));
    }

    [Fact]
    public async Task Layer_IsNothing_WhenItCannotBeSeen()
    {
        var path = Save(new PsdWriter(50, 40).Write(new TestLayer("a", 5, 6, 20, 10, 200, 100, 50) { Alpha = 0 }));
        var layer = folder.Layers.Read(path)!.Layers.Single();

        (await folder.Layers.ExtractAsync(path, layer, new LayerCut(null, Extend: false), folder.PathOf("l.tif"), CancellationToken.None)).Should().BeNull();
        File.Exists(folder.PathOf("l.tif")).Should().BeFalse();
    }

    [Fact]
    public void Read_TellsGroupsOrderAndVisibility()
    {
        var path = Save(new PsdWriter(50, 40).Write(
            new TestLayer("bottom", 0, 0, 5, 5, 1, 2, 3),
            TestLayer.GroupBegin,
            new TestLayer("inside", 0, 0, 5, 5, 1, 2, 3),
            TestLayer.GroupEnd("Gruppe") with { Hidden = true },
            new TestLayer("top", 0, 0, 5, 5, 1, 2, 3) { Opacity = 51 }));

        var layers = folder.Layers.Read(path)!.Layers;

        layers.Select(l => (l.Number, l.Name, string.Join('/', l.Groups), l.Hidden, l.Opacity)).Should().Equal(
            (1, "bottom", "", false, 100.0), (2, "inside", "Gruppe", true, 100.0), (3, "top", "", false, 20.0));
    }

    [Fact]
    public async Task DamagedFiles_AreRefusedWhereverTheyEnd()
    {
        var whole = new PsdWriter(50, 40).Write(new TestLayer("a", 5, 6, 20, 10, 200, 100, 50));
        for (var length = 26; length < whole.Length - 1; length += 7)
        {
            var path = Save(whole[..length]);
            var act = () => folder.OptimizeAsync(path);
            (await act.Should().ThrowAsync<ImageUnreadableException>()).Which.Reason.Key.Should().Be("Log.Image.Unreadable");
        }
    }

    [Fact]
    public async Task AbsurdSizes_AreRefusedBeforeAnythingIsDecoded()
    {
        var bytes = new PsdWriter(50, 40).Write();
        (bytes[16], bytes[17], bytes[20], bytes[21]) = (0x75, 0x30, 0x75, 0x30);
        var act = () => folder.OptimizeAsync(Save(bytes));

        (await act.Should().ThrowAsync<ImageUnreadableException>()).Which.Reason.Key.Should().Be("Log.Image.TooLarge");
    }

    private async Task<(LayerPlace Place, Image Image)> ExtractAsync(byte[] psd)
    {
        var path = Save(psd);
        var layer = folder.Layers.Read(path)!.Layers.Single();
        var target = folder.PathOf("layer.tif");
        var place = await folder.Layers.ExtractAsync(path, layer, new LayerCut(null, Extend: false), target, CancellationToken.None);
        return (place!, Image.Tiffload(target).CopyMemory());
    }

    private string Save(byte[] psd)
    {
        var path = folder.PathOf("a.psd");
        File.WriteAllBytes(path, psd);
        return path;
    }
}
