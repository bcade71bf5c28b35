using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Imaging.Tests.Support;
using NetVips;

namespace IpsJobs.Imaging.Tests;

public sealed class KnockoutTests : IDisposable
{
    private const uint Deflate = 8;
    private static readonly double[] White = [255, 255, 255];
    private static readonly double[] Blue = [0, 0, 255];

    private readonly ImageFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Flood_ClearsOnlyWhatIsConnectedWithTheCorner()
    {
        await KnockoutAsync(folder.Write("a.png", Ring()), connected: true);

        Alpha(0, 0).Should().Be(0);
        Alpha(50, 50).Should().Be(255, "the white inside the ring is no background");
        Alpha(25, 25).Should().Be(255);
        folder.Pixel(0, 0)[..3].Should().Equal(White);
    }

    [Fact]
    public async Task Match_ClearsAllOfTheColour()
    {
        await KnockoutAsync(folder.Write("a.png", Ring()), connected: false);

        Alpha(0, 0).Should().Be(0);
        Alpha(50, 50).Should().Be(0);
        Alpha(25, 25).Should().Be(255);
    }

    [Fact]
    public async Task Flood_PassesNoCorners()
    {
        // Two white fields that touch at one point only.
        var source = ImageFolder.Plain(40, 40, Blue).Insert(ImageFolder.Plain(20, 20, White), 0, 0).Insert(ImageFolder.Plain(20, 20, White), 20, 20);

        await KnockoutAsync(folder.Write("a.png", source), connected: true);

        (Alpha(19, 19), Alpha(20, 20)).Should().Be((0, 255));
    }

    [Theory]
    [InlineData(0.0, 255)]
    [InlineData(0.1, 0)]
    public async Task Knockout_TakesInWhatTheToleranceAllows(double tolerance, double alpha)
    {
        var source = ImageFolder.Plain(60, 60, White).Insert(ImageFolder.Plain(60, 30, 240, 240, 240), 0, 30);

        await folder.OptimizeAsync(
            folder.Write("a.png", source), PictureRequest.Plain with { Knockout = new KnockoutRequest(Corners.UpperLeft, tolerance, Connected: true) });

        Alpha(30, 50).Should().Be(alpha);
    }

    [Fact]
    public async Task Knockout_CombinesWithTheAlphaThatWasThere()
    {
        var source = ImageFolder.Framed(60, 60, White, Blue, 20, 20, 20, 20).Bandjoin(100);

        await KnockoutAsync(folder.Write("a.png", source), connected: true);

        (Alpha(0, 0), Alpha(30, 30)).Should().Be((0, 100));
    }

    [Fact]
    public async Task Knockout_MakesTheLevelsLosslessWithAlpha_WhenTheSourceWasJpeg()
    {
        await KnockoutAsync(folder.Write("a.jpg", ImageFolder.Framed(600, 600, White, Blue, 100, 100, 400, 400)), connected: true, tolerance: 0.1);

        folder.Pages.Should().OnlyContain(p => p[TiffPage.Compression] == Deflate && p[TiffPage.SamplesPerPixel] == 4);
        using var level = folder.Level(1);
        level.Getpoint(5, 5)[3].Should().Be(0);
        level.Getpoint(150, 150)[3].Should().Be(255);
    }

    [Fact]
    public async Task ReducedLevels_ShowNothingOfTheBackground()
    {
        await KnockoutAsync(folder.Write("a.png", ImageFolder.Framed(601, 601, White, Blue, 101, 101, 401, 401)), connected: true);

        using var level = folder.Level(1);
        var edges = Enumerable.Range(40, 20).Select(x => level.Getpoint(x, 150)).Where(p => p[3] > 8).ToList();
        edges.Should().NotBeEmpty().And.OnlyContain(p => p[0] < 8 && p[1] < 8, "white must not bleed into the blue");
    }

    private Task<ImageFacts> KnockoutAsync(string source, bool connected, double tolerance = 0) => folder.OptimizeAsync(
        source, PictureRequest.Plain with { Knockout = new KnockoutRequest(Corners.UpperLeft, tolerance, connected) });

    private double Alpha(int x, int y) => folder.Pixel(x, y)[3];

    private static Image Ring() =>
        ImageFolder.Plain(100, 100, White).Insert(ImageFolder.Plain(60, 60, Blue), 20, 20).Insert(ImageFolder.Plain(40, 40, White), 30, 30);
}
