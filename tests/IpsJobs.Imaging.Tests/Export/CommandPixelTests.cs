using IpsJobs.Core.Exports;
using IpsJobs.Imaging.Export;
using IpsJobs.Imaging.Tests.Support;
using Microsoft.Extensions.Options;
using NetVips;

namespace IpsJobs.Imaging.Tests.Export;

/// <summary>What every image serving command does to pixels.</summary>
public sealed class CommandPixelTests : IDisposable
{
    private readonly ImageFolder folder = new();
    private readonly ImageSlots slots = new(Options.Create(new ImagingOptions()));
    private readonly VipsImageConverter converter;

    public CommandPixelTests() => converter = new VipsImageConverter(slots, Options.Create(new ImagingOptions()));

    public void Dispose()
    {
        slots.Dispose();
        folder.Dispose();
    }

    // A picture of 200 x 100, its left half 100 and its right half 200.
    [Theory]
    [InlineData("op_brightness=20", 10, 150, 152)]
    [InlineData("op_brightness=-20", 10, 48, 50)]
    [InlineData("op_brightness=100", 10, 255, 255)]
    [InlineData("op_contrast=50", 10, 85, 87)]
    [InlineData("op_contrast=50", 190, 235, 237)]
    [InlineData("op_contrast=-100", 10, 126, 128)]
    [InlineData("op_contrast=-100", 190, 126, 128)]
    [InlineData("op_saturation=100", 10, 98, 102)]
    [InlineData("op_blur=20", 99, 140, 150)]
    [InlineData("op_blur=20", 100, 150, 160)]
    [InlineData("op_blur=20", 10, 99, 101)]
    [InlineData("op_usm=2,4", 99, 0, 60)]
    [InlineData("op_usm=2,4", 100, 240, 255)]
    [InlineData("op_usm=2,4", 10, 100, 100)]
    [InlineData("op_usm=2,4,255", 99, 100, 100)]
    [InlineData("op_usm=2,4,0,1", 99, 0, 60)]
    [InlineData("op_sharpen=1", 99, 0, 97)]
    [InlineData("op_sharpen=1", 100, 203, 255)]
    [InlineData("op_sharpen=1", 10, 99, 101)]
    [InlineData("op_sharpen=0", 99, 100, 100)]
    [InlineData("wid=100", 49, 90, 110)]
    [InlineData("wid=100", 51, 190, 210)]
    [InlineData("hei=50", 49, 90, 110)]
    [InlineData("scl=2", 51, 190, 210)]
    [InlineData("size=100,50", 51, 190, 210)]
    [InlineData("size=100,100&fit=stretch", 51, 190, 210)]
    [InlineData("size=100,100&fit=crop", 49, 90, 110)]
    [InlineData("size=100,100&fit=crop", 95, 190, 210)]
    [InlineData("size=100,100&fit=constrain", 51, 190, 210)]
    [InlineData("crop=99,0,50,50", 0, 100, 100)]
    [InlineData("crop=99,0,50,50", 1, 200, 200)]
    [InlineData("cropN=0.5,0,0.25,1", 0, 200, 200)]
    [InlineData("rotate=180", 10, 200, 200)]
    [InlineData("flip=lr", 10, 200, 200)]
    [InlineData("flip=ud", 10, 100, 100)]
    public async Task Convert_GivesThePixel(string commands, int x, int low, int high)
    {
        using var image = await ConvertAsync(commands + "&fmt=png", Halves());

        image.Getpoint(x, image.Height / 2).Should().OnlyContain(value => value >= low && value <= high);
    }

    [Theory]
    [InlineData("op_saturation=50", 60, 140)]
    [InlineData("op_saturation=-50", 15, 35)]
    [InlineData("op_saturation=-100", 0, 3)]
    public async Task Convert_ChangesTheDistanceOfColoursFromGrey_WithTheSaturation(string command, int low, int high)
    {
        using var muted = ImageFolder.Plain(20, 20, 150, 120, 100);

        using var image = await ConvertAsync(command + "&fmt=png", folder.Write("muted.png", muted));

        var pixel = image.Getpoint(5, 5);
        (pixel.Max() - pixel.Min()).Should().BeInRange(low, high);
    }

    // One pixel of the result lies on the edge itself, where the forms differ most: the sharper ones swing beyond the
    // colours of the edge; bilinear forms never do.
    [Theory]
    [InlineData("bilin", false)]
    [InlineData("trilin", false)]
    [InlineData("bicub", true)]
    [InlineData("sharp2", true)]
    public async Task Convert_SwingsBeyondAnEdge_AsTheResamplingDoes(string mode, bool swings)
    {
        using var image = await ConvertAsync($"wid=61&resMode={mode}&fmt=png", Halves());

        (image.Min() < 98).Should().Be(swings);
        (image.Max() > 202).Should().Be(swings);
    }

    [Theory]
    [InlineData("jpeg")]
    [InlineData("webp")]
    [InlineData("avif")]
    public async Task Convert_StaysCloserToThePixels_WhenTheQualityIsHigher(string format)
    {
        var source = folder.Write("quarters.png", ImageFolder.Quarters(200, 100));
        using var original = Image.NewFromFile(source);
        using var good = await ConvertAsync($"qlt=95&fmt={format}", source);
        using var bad = await ConvertAsync($"qlt=5&fmt={format}", source);

        Distance(good).Should().BeLessThan(Distance(bad));

        double Distance(Image image) => (image - original).Abs().Avg();
    }

    [Theory]
    [InlineData("iccEmbed=1&fmt=png", true)]
    [InlineData("iccEmbed=0&fmt=png", false)]
    [InlineData("fmt=png", false)]
    [InlineData("iccEmbed=1&fmt=jpeg", true)]
    [InlineData("iccEmbed=1&fmt=tif", true)]
    public async Task Convert_TurnsColoursIntoThoseOfTheProfile_AndEmbedsItWhenAsked(string commands, bool isEmbedded)
    {
        var profile = folder.PathOf("p3.icc");
        await File.WriteAllBytesAsync(profile, Image.ProfileLoad("p3"));
        using var red = ImageFolder.Plain(20, 20, 255, 0, 0);

        using var image = await ConvertAsync("icc=Wide&" + commands, folder.Write("red.png", red), profile);

        // Red of a common screen lies well inside the wider space.
        var pixel = image.Getpoint(5, 5);
        pixel[0].Should().BeInRange(225, 243);
        pixel[1].Should().BeInRange(38, 62);
        pixel[2].Should().BeInRange(25, 48);
        image.GetFields().Contains("icc-profile-data").Should().Be(isEmbedded);
    }

    [Fact]
    public async Task Convert_WritesTheBackground_BehindWhatIsTransparent()
    {
        using var clear = ImageFolder.Plain(20, 20, 255, 0, 0).Bandjoin(128);

        using var image = await ConvertAsync("bgc=0,0,255&fmt=png", folder.Write("half.png", clear));

        var pixel = image.Getpoint(5, 5);
        pixel[0].Should().BeInRange(126, 130);
        pixel[2].Should().BeInRange(125, 129);
    }

    [Fact]
    public async Task Convert_ScalesNoPixel_WhenOnlyTheResolutionIsNamed()
    {
        using var image = await ConvertAsync("res=300&fmt=png", Halves());

        (image.Width, image.Height).Should().Be((200, 100));
        image.Getpoint(99, 5).Should().OnlyContain(v => v == 100);
        image.Getpoint(100, 5).Should().OnlyContain(v => v == 200);
    }

    private string Halves()
    {
        using var left = ImageFolder.Plain(100, 100, 100, 100, 100);
        using var right = ImageFolder.Plain(100, 100, 200, 200, 200);
        using var both = left.Join(right, Enums.Direction.Horizontal);
        return folder.Write("halves.png", both);
    }

    private async Task<Image> ConvertAsync(string commands, string source, string? profile = null)
    {
        var target = folder.PathOf(Guid.NewGuid().ToString("N"));
        await converter.ConvertAsync(source, target, ImageCommandReader.Read(commands), profile, CancellationToken.None);
        return Image.NewFromFile(target);
    }
}
