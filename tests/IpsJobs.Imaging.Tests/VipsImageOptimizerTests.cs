using IpsJobs.Imaging.Tests.Support;
using NetVips;

namespace IpsJobs.Imaging.Tests;

public sealed class VipsImageOptimizerTests : IDisposable
{
    private const uint Jpeg = 7;
    private const uint Deflate = 8;

    private readonly ImageFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Optimize_HalvesLevelsDownToOneTile()
    {
        var facts = await folder.OptimizeAsync(folder.Write("a.png", ImageFolder.Quarters(1500, 1001)));

        facts.Should().Be(new Core.Assets.ImageFacts(1500, 1001, null, "png"));
        folder.Pages.Select(p => p.Size).Should().Equal((1500, 1001), (750, 500), (375, 250), (187, 125));
    }

    [Fact]
    public async Task Optimize_MarksFurtherPagesAsReduced()
    {
        await folder.OptimizeAsync(folder.Write("a.png", ImageFolder.Quarters(1000, 600)));

        folder.Pages.Select(p => (p[TiffPage.SubfileType] ?? 0) & 1).Should().Equal(0, 1, 1);
        folder.Pages.Should().NotContain(p => p.Has(TiffPage.SubIfds));
    }

    [Fact]
    public async Task Optimize_UsesTilesOf256()
    {
        await folder.OptimizeAsync(folder.Write("a.png", ImageFolder.Quarters(700, 300)));

        folder.Pages.Should().OnlyContain(p => p[TiffPage.TileWidth] == 256 && p[TiffPage.TileHeight] == 256);
    }

    [Fact]
    public async Task Optimize_WritesOneLevel_WhenTheImageFitsOneTile()
    {
        await folder.OptimizeAsync(folder.Write("a.png", ImageFolder.Quarters(256, 256)));

        folder.Pages.Should().HaveCount(1);
    }

    [Fact]
    public async Task Optimize_KeepsJpegWithFullChroma_WhenTheSourceWasJpeg()
    {
        await folder.OptimizeAsync(folder.Write("a.jpg", ImageFolder.Quarters(600, 400)));

        folder.Pages.Should().OnlyContain(p => p[TiffPage.Compression] == Jpeg);
        folder.Pages.Should().OnlyContain(p => p[TiffPage.Photometric] == 2 || p.Find(TiffPage.ChromaSubsampling)!.SequenceEqual(new uint[] { 1, 1 }));
    }

    [Fact]
    public async Task Optimize_IsLosslessWithPredictor_WhenTheSourceWasLossless()
    {
        await folder.OptimizeAsync(folder.Write("a.png", ImageFolder.Quarters(600, 400)));

        folder.Pages.Should().OnlyContain(p => p[TiffPage.Compression] == Deflate && p[TiffPage.Predictor] == 2);
        folder.Pixel(10, 10).Should().Equal(255, 0, 0);
        folder.Pixel(590, 10).Should().Equal(0, 255, 0);
        folder.Pixel(10, 390).Should().Equal(0, 0, 255);
        folder.Pixel(590, 390).Should().Equal(255, 255, 255);
    }

    [Fact]
    public async Task Optimize_KeepsAlphaLossless()
    {
        using var alpha = Image.Black(600, 400) + 77;
        var source = ImageFolder.Quarters(600, 400).Bandjoin(alpha.Cast(Enums.BandFormat.Uchar));

        await folder.OptimizeAsync(folder.Write("a.png", source));

        folder.Pages.Should().OnlyContain(p => p[TiffPage.Compression] == Deflate && p[TiffPage.SamplesPerPixel] == 4);
        folder.Pixel(10, 10).Should().Equal(255, 0, 0, 77);
    }

    [Fact]
    public async Task Optimize_KeepsSixteenBits()
    {
        var source = (ImageFolder.Quarters(600, 400) * 257).Cast(Enums.BandFormat.Ushort).Copy(interpretation: Enums.Interpretation.Rgb16) - 3;

        await folder.OptimizeAsync(folder.Write("a.png", source.Cast(Enums.BandFormat.Ushort)));

        folder.Pages.Should().OnlyContain(p => p.Find(TiffPage.BitsPerSample)!.All(bits => bits == 16));
        folder.Pixel(10, 10).Should().Equal(65532, 0, 0);
    }

    [Fact]
    public async Task Optimize_TurnsPaletteIntoRgb()
    {
        var path = folder.Write("a.png", ImageFolder.Quarters(300, 300), new VOption { { "palette", true } });

        await folder.OptimizeAsync(path);

        folder.Pages[0].Find(TiffPage.BitsPerSample).Should().Equal(8, 8, 8);
        folder.Pages[0][TiffPage.Photometric].Should().Be(2);
    }

    [Fact]
    public async Task Optimize_TurnsOneBitIntoGrey()
    {
        using var grey = ImageFolder.Quarters(300, 300)[0].Copy(interpretation: Enums.Interpretation.Bw);
        var path = folder.Write("a.tif", grey, new VOption { { "bitdepth", 1 } });
        TiffFile.ReadPages(path)[0][TiffPage.BitsPerSample].Should().Be(1);

        await folder.OptimizeAsync(path);

        folder.Pages[0].Find(TiffPage.BitsPerSample).Should().Equal(8);
        folder.Pixel(10, 10).Should().Equal(255);
    }

    [Theory]
    [InlineData(1, 600, 400, "red")]
    [InlineData(2, 600, 400, "green")]
    [InlineData(3, 600, 400, "white")]
    [InlineData(4, 600, 400, "blue")]
    [InlineData(5, 400, 600, "red")]
    [InlineData(6, 400, 600, "blue")]
    [InlineData(7, 400, 600, "white")]
    [InlineData(8, 400, 600, "green")]
    public async Task Optimize_AppliesOrientationAndClearsIt(int orientation, int width, int height, string upperLeft)
    {
        var source = ImageFolder.Quarters(600, 400).Mutate(m => m.Set(GValue.GIntType, "orientation", orientation));

        var facts = await folder.OptimizeAsync(folder.Write("a.jpg", source));

        (facts.Width, facts.Height).Should().Be((width, height));
        folder.Pages.Should().OnlyContain(p => p[TiffPage.Orientation] == null || p[TiffPage.Orientation] == 1);
        Colour(folder.Pixel(5, 5)).Should().Be(upperLeft);
    }

    [Fact]
    public async Task Optimize_KeepsResolution()
    {
        var facts = await folder.OptimizeAsync(folder.Write("a.jpg", ImageFolder.Quarters(300, 300).Copy(xres: 300 / 25.4, yres: 300 / 25.4)));

        facts.Resolution.Should().BeApproximately(300, 0.01);
        using var written = Image.Tiffload(folder.Target);
        (written.Xres * 25.4).Should().BeApproximately(300, 0.1);
    }

    [Fact]
    public async Task Optimize_KeepsTheProfileAndNothingElse()
    {
        var path = folder.Write("a.jpg", ImageFolder.Quarters(300, 300), new VOption { { "profile", "p3" } });

        await folder.OptimizeAsync(path);

        folder.Pages[0].Has(TiffPage.IccProfile).Should().BeTrue();
        using var written = Image.Tiffload(folder.Target);
        written.GetFields().Should().NotContain(f => f.StartsWith("exif-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Optimize_ConvertsCmykToSrgb_WhenItHasNoProfile()
    {
        await folder.OptimizeAsync(folder.Write("a.tif", Cyan()));

        folder.Pages[0][TiffPage.SamplesPerPixel].Should().Be(3);
        folder.Pages[0].Has(TiffPage.IccProfile).Should().BeTrue();
        var pixel = folder.Pixel(5, 5);
        pixel[0].Should().BeLessThan(pixel[2]);
    }

    [Fact]
    public async Task Optimize_LeavesCmykAlone_WhenItHasAProfile()
    {
        await folder.OptimizeAsync(folder.Write("a.tif", Cyan(), new VOption { { "profile", "cmyk" } }));

        folder.Pages[0][TiffPage.SamplesPerPixel].Should().Be(4);
        folder.Pixel(5, 5).Should().Equal(255, 0, 0, 0);
    }

    [Fact]
    public async Task Optimize_GoesByContent_WhenTheExtensionLies()
    {
        var png = folder.Write("a.png", ImageFolder.Quarters(300, 300));
        var lie = folder.PathOf("b.jpg");
        File.Copy(png, lie);

        (await folder.OptimizeAsync(lie)).SourceFormat.Should().Be("png");
        folder.Pages[0][TiffPage.Compression].Should().Be(Deflate);
    }

    [Fact]
    public async Task Optimize_ReadsTheFile_WhenItsNameLooksLikeOptions()
    {
        var path = folder.PathOf("a[1].jpg");
        File.Copy(folder.Write("plain.jpg", ImageFolder.Quarters(300, 300)), path);

        (await folder.OptimizeAsync(path)).Width.Should().Be(300);
    }

    [Theory]
    [InlineData("a.webp", "webp")]
    [InlineData("a.gif", "gif")]
    [InlineData("a.tif", "tiff")]
    [InlineData("a.avif", "avif")]
    public async Task Optimize_NamesTheFormatFound(string name, string format) =>
        (await folder.OptimizeAsync(folder.Write(name, ImageFolder.Quarters(300, 300)))).SourceFormat.Should().Be(format);

    [Fact]
    public async Task Optimize_ReadsSvg()
    {
        var path = folder.PathOf("a.svg");
        await File.WriteAllTextAsync(path, """<svg xmlns="http://www.w3.org/2000/svg" width="80" height="40"><rect width="80" height="40"/></svg>""");

        var facts = await folder.OptimizeAsync(path);

        (facts.Width, facts.Height, facts.SourceFormat).Should().Be((80, 40, "svg"));
    }

    [Fact]
    public void CountFrames_CountsAnimation()
    {
        using var frame = ImageFolder.Quarters(40, 30);
        using var strip = frame.Join(frame.Invert(), Enums.Direction.Vertical).Mutate(m => m.Set(GValue.GIntType, "page-height", 30));

        folder.Optimizer.CountFrames(folder.Write("a.gif", strip)).Should().Be(2);
        folder.Optimizer.CountFrames(folder.Write("a.jpg", frame)).Should().Be(1);
    }

    private static Image Cyan() => (Image.Black(300, 300, bands: 4) + new double[] { 255, 0, 0, 0 })
        .Cast(Enums.BandFormat.Uchar)
        .Copy(interpretation: Enums.Interpretation.Cmyk);

    private static string Colour(double[] pixel) => pixel.Select(v => v > 128).ToArray() switch
    {
        [true, false, false] => "red",
        [false, true, false] => "green",
        [false, false, true] => "blue",
        [true, true, true] => "white",
        _ => "other",
    };
}
