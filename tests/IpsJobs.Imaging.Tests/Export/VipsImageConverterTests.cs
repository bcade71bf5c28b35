using System.Text;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Exports;
using IpsJobs.Imaging.Export;
using IpsJobs.Imaging.Tests.Support;
using Microsoft.Extensions.Options;
using NetVips;

namespace IpsJobs.Imaging.Tests.Export;

public sealed class VipsImageConverterTests : IDisposable
{
    private readonly ImageFolder folder = new();
    private readonly ImageSlots slots = new(Options.Create(new ImagingOptions()));
    private readonly VipsImageConverter converter;

    public VipsImageConverterTests() => converter = new VipsImageConverter(slots, Options.Create(new ImagingOptions()));

    public void Dispose()
    {
        slots.Dispose();
        folder.Dispose();
    }

    [Theory]
    [InlineData("wid=50", 50, 25)]
    [InlineData("hei=10", 20, 10)]
    [InlineData("wid=50&hei=50", 50, 50)]
    [InlineData("wid=50&hei=50&fit=constrain", 50, 25)]
    [InlineData("wid=50&hei=50&fit=crop", 50, 50)]
    [InlineData("wid=50&hei=50&fit=stretch", 50, 50)]
    [InlineData("size=30,10", 30, 10)]
    [InlineData("scl=4", 50, 25)]
    [InlineData("crop=10,20,30,40", 30, 40)]
    [InlineData("crop=190,90,100,100", 10, 10)]
    [InlineData("cropN=0.5,0.5,0.5,0.5", 100, 50)]
    [InlineData("rotate=90", 100, 200)]
    [InlineData("rotate=-90&wid=10", 10, 20)]
    public async Task Convert_GivesTheSize(string commands, int width, int height)
    {
        using var image = await ConvertAsync(commands + "&fmt=png");

        (image.Width, image.Height).Should().Be((width, height));
    }

    [Theory]
    [InlineData("", "red")]
    [InlineData("flip=lr", "green")]
    [InlineData("flip=ud", "blue")]
    [InlineData("flip=lrud", "white")]
    [InlineData("rotate=90", "blue")]
    [InlineData("rotate=180", "white")]
    [InlineData("crop=100,0,100,50", "green")]
    public async Task Convert_PutsTheRightQuarterUpperLeft(string commands, string colour)
    {
        using var image = await ConvertAsync(commands + "&fmt=png");

        image.Getpoint(1, 1).Should().Equal(colour switch
        {
            "red" => [255, 0, 0],
            "green" => [0, 255, 0],
            "blue" => [0, 0, 255],
            _ => new double[] { 255, 255, 255 },
        });
    }

    [Fact]
    public async Task Convert_FillsWhatTheImageDoesNotReach_WithTheBackground()
    {
        using var image = await ConvertAsync("wid=50&hei=50&bgc=102030&fmt=png");

        image.Getpoint(25, 2).Should().Equal(16, 32, 48);
        image.Getpoint(2, 20).Should().Equal(255, 0, 0);
    }

    [Theory]
    [InlineData("jpeg", "jpegload")]
    [InlineData("png", "pngload")]
    [InlineData("png-alpha", "pngload")]
    [InlineData("tif", "tiffload")]
    [InlineData("tif-alpha", "tiffload")]
    [InlineData("gif", "gifload")]
    [InlineData("webp", "webpload")]
    [InlineData("avif", "heifload")]
    public async Task Convert_WritesTheFormat(string format, string loader)
    {
        using var image = await ConvertAsync("fmt=" + format);

        ((string)image.Get("vips-loader")).Should().StartWith(loader);
        (image.Width, image.Height).Should().Be((200, 100));
    }

    [Theory]
    [InlineData("png", false)]
    [InlineData("png-alpha", true)]
    public async Task Convert_KeepsTransparency_OnlyInFormatsThatAskForIt(string format, bool hasAlpha)
    {
        using var clear = ImageFolder.Quarters(20, 20).Bandjoin(0);
        var source = folder.Write("clear.png", clear);

        using var image = await ConvertAsync($"bgc=0,0,255&fmt={format}", source);

        image.HasAlpha().Should().Be(hasAlpha);
        image.Getpoint(1, 1).Take(3).Should().Equal(hasAlpha ? [255, 0, 0] : new double[] { 0, 0, 255 });
    }

    [Fact]
    public async Task Convert_WritesPdf_WithOnePageThatHoldsThePicture()
    {
        var target = folder.PathOf("out.pdf");

        await RunAsync("fmt=pdf&res=144", Source(), target);

        var text = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(target));
        text.Should().StartWith("%PDF-1.4").And.EndWith("%%EOF\n").And.Contain("/MediaBox[0 0 100 50]").And.Contain("/Width 200/Height 100");
        var start = int.Parse(text[(text.LastIndexOf("startxref\n", StringComparison.Ordinal) + 10)..].Split('\n')[0], System.Globalization.CultureInfo.InvariantCulture);
        text[start..].Should().StartWith("xref\n0 6\n");
        var firstObject = int.Parse(text[start..].Split('\n')[3].Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
        text[firstObject..].Should().StartWith("1 0 obj");
    }

    [Theory]
    [InlineData("op_brightness=-50")]
    [InlineData("op_contrast=50")]
    [InlineData("op_saturation=-100")]
    [InlineData("op_blur=10")]
    [InlineData("op_usm=2,4")]
    [InlineData("op_usm=2,4,1,1")]
    [InlineData("op_sharpen=1")]
    public async Task Convert_ChangesPixels_WhenToldTo(string command)
    {
        using var grey = (ImageFolder.Quarters(200, 100) * 0.5 + 40).Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Srgb);
        var source = folder.Write("grey.png", grey);
        using var plain = await ConvertAsync("fmt=png", source);

        using var changed = await ConvertAsync(command + "&fmt=png", source);

        (changed - plain).Abs().Max().Should().BeGreaterThan(5);
        changed.Bands.Should().Be(3);
    }

    [Fact]
    public async Task Convert_TurnsColoursGrey_WhenNothingIsLeftOfTheSaturation()
    {
        using var image = await ConvertAsync("op_saturation=-100&fmt=png");

        var red = image.Getpoint(1, 1);
        (red.Max() - red.Min()).Should().BeLessThan(3);
    }

    [Fact]
    public async Task Convert_SavesSmallerFiles_WhenTheQualityIsLower()
    {
        var (good, bad) = (folder.PathOf("good"), folder.PathOf("bad"));

        await RunAsync("qlt=95", Source(), good);
        await RunAsync("qlt=10", Source(), bad);

        new FileInfo(bad).Length.Should().BeLessThan(new FileInfo(good).Length);
    }

    [Fact]
    public async Task Convert_RecordsTheResolution()
    {
        using var image = await ConvertAsync("res=300&fmt=tif");

        (image.Xres * 25.4).Should().BeApproximately(300, 0.5);
        image.Width.Should().Be(200, "the source says nothing that could be scaled from");
    }

    [Fact]
    public async Task Convert_ReadsTheFullSize_OfAnOptimisedFile()
    {
        await folder.OptimizeAsync(folder.Write("large.png", ImageFolder.Quarters(1500, 1001)));

        using var image = await ConvertAsync("fmt=png", folder.Target);

        (image.Width, image.Height).Should().Be((1500, 1001));
    }

    [Fact]
    public async Task Convert_Refuses_WhenTheCropLiesOutside()
    {
        var convert = () => RunAsync("crop=300,300,10,10", Source(), folder.PathOf("out"));

        (await convert.Should().ThrowAsync<ImageUnreadableException>()).Which.Reason.Key.Should().Be("Log.Export.NothingLeft");
    }

    [Fact]
    public async Task Convert_Refuses_WhatIsNoImage()
    {
        var source = folder.PathOf("text.png");
        await File.WriteAllTextAsync(source, "no picture");

        var convert = () => RunAsync("fmt=png", source, folder.PathOf("out"));

        await convert.Should().ThrowAsync<ImageUnreadableException>();
    }

    private string Source() => folder.Write("source.png", ImageFolder.Quarters(200, 100));

    private async Task<Image> ConvertAsync(string commands, string? source = null)
    {
        var target = folder.PathOf(Guid.NewGuid().ToString("N"));
        await RunAsync(commands, source ?? Source(), target);
        return Image.NewFromFile(target);
    }

    private Task RunAsync(string commands, string source, string target) =>
        converter.ConvertAsync(source, target, ImageCommandReader.Read(commands), profilePath: null, CancellationToken.None);
}
