using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Imaging.Tests.Support;
using NetVips;

namespace IpsJobs.Imaging.Tests;

public sealed class CropTests : IDisposable
{
    private static readonly double[] White = [255, 255, 255];
    private static readonly double[] Blue = [0, 0, 255];

    private readonly ImageFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task ManualCrop_CutsAmountsOffEachSide()
    {
        var source = folder.Write("a.png", ImageFolder.Framed(300, 200, White, Blue, left: 10, top: 20, innerWidth: 250, innerHeight: 140));

        var facts = await CropAsync(source, new CropRequest.Manual(new CropAmounts(10, 40, 20, 40)));

        (facts.Width, facts.Height, facts.Crop).Should().Be((250, 140, new CropAmounts(10, 40, 20, 40)));
        folder.Pages[0].Size.Should().Be((250, 140));
        folder.Pixel(0, 0).Should().Equal(Blue);
        folder.Pixel(249, 139).Should().Equal(Blue);
    }

    [Theory]
    [InlineData(150, 150, 0, 0)]
    [InlineData(0, 0, 200, 0)]
    [InlineData(int.MaxValue, int.MaxValue, 0, 0)]
    public async Task ManualCrop_IsSkippedWithARemark_WhenNothingWouldBeLeft(int left, int right, int top, int bottom)
    {
        var source = folder.Write("a.png", ImageFolder.Quarters(300, 200));

        var facts = await CropAsync(source, new CropRequest.Manual(new CropAmounts(left, right, top, bottom)));

        (facts.Width, facts.Height, facts.Crop).Should().Be((300, 200, null));
        facts.Remarks.Single().Key.Should().Be("Log.Image.CropTooLarge");
    }

    [Fact]
    public async Task ManualCrop_CutsTheUprightPicture_WhenTheSourceIsTurned()
    {
        var source = ImageFolder.Quarters(600, 400).Mutate(m => m.Set(GValue.GIntType, "orientation", 6));

        var facts = await CropAsync(folder.Write("a.jpg", source), new CropRequest.Manual(new CropAmounts(0, 0, 300, 0)));

        (facts.Width, facts.Height).Should().Be((400, 300));
        folder.Pixel(5, 295)[2].Should().BeGreaterThan(200);
    }

    [Theory]
    [InlineData(Corners.UpperLeft)]
    [InlineData(Corners.UpperRight)]
    [InlineData(Corners.BottomLeft)]
    [InlineData(Corners.BottomRight)]
    public async Task ColorCrop_KeepsTheBoxOfWhatDiffersFromTheCorner(string corner)
    {
        var source = folder.Write("a.png", ImageFolder.Framed(300, 200, White, Blue, left: 31, top: 17, innerWidth: 101, innerHeight: 53));

        var facts = await CropAsync(source, new CropRequest.Color(corner, 0));

        facts.Crop.Should().Be(new CropAmounts(31, 168, 17, 130));
        folder.Pages[0].Size.Should().Be((101, 53));
    }

    [Fact]
    public async Task ColorCrop_SeesASinglePixel()
    {
        var source = folder.Write("a.png", ImageFolder.Framed(300, 200, White, Blue, left: 299, top: 0, innerWidth: 1, innerHeight: 1));

        var facts = await CropAsync(source, new CropRequest.Color(Corners.BottomLeft, 0));

        facts.Crop.Should().Be(new CropAmounts(299, 0, 0, 199));
    }

    [Theory]
    [InlineData(0.2, 204, null)]
    [InlineData(0.2, 203, 60)]
    [InlineData(1.0, 0, null)]
    public async Task ColorCrop_MatchesUpToTheToleranceInEveryChannel(double tolerance, int grey, int? width)
    {
        double[] inside = [255, 255, grey];
        var source = folder.Write("a.png", ImageFolder.Framed(300, 200, White, inside, left: 50, top: 50, innerWidth: 60, innerHeight: 60));

        var facts = await CropAsync(source, new CropRequest.Color(Corners.UpperLeft, tolerance));

        facts.Width.Should().Be(width ?? 300);
        facts.Remarks.Should().BeEmpty();
    }

    [Fact]
    public async Task ColorCrop_ComparesPremultipliedColours_WhenThereIsAlpha()
    {
        // Invisible red around invisible white: no difference that anybody could see.
        using var colours = ImageFolder.Framed(100, 100, [255, 0, 0], White, left: 20, top: 20, innerWidth: 60, innerHeight: 60);
        using var alpha = Framed(100, 40, 30);

        var facts = await CropAsync(folder.Write("a.png", colours.Bandjoin(alpha)), new CropRequest.Color(Corners.UpperLeft, 0));

        facts.Crop.Should().Be(new CropAmounts(40, 30, 40, 30));
    }

    [Theory]
    [InlineData(0.0, 10)]
    [InlineData(0.5, 30)]
    public async Task TransparentCrop_KeepsWhatIsMoreOpaqueThanTheTolerance(double tolerance, int left)
    {
        using var alpha = (Image.Black(100, 100) + 0).Cast(Enums.BandFormat.Uchar)
            .Insert((Image.Black(80, 80) + 127).Cast(Enums.BandFormat.Uchar), 10, 10)
            .Insert((Image.Black(40, 40) + 255).Cast(Enums.BandFormat.Uchar), 30, 30);

        var facts = await CropAsync(
            folder.Write("a.png", ImageFolder.Plain(100, 100, White).Bandjoin(alpha)), new CropRequest.Transparent(tolerance));

        facts.Crop!.Left.Should().Be(left);
    }

    [Fact]
    public async Task TransparentCrop_KeepsAll_WhenThereIsNoAlphaOrNothingToSee()
    {
        var opaque = await CropAsync(folder.Write("a.png", ImageFolder.Quarters(300, 200)), new CropRequest.Transparent(0));
        File.Delete(folder.Target);
        var invisible = await CropAsync(
            folder.Write("b.png", ImageFolder.Plain(300, 200, White).Bandjoin(0)), new CropRequest.Transparent(0));

        (opaque.Crop, opaque.Remarks.Count).Should().Be((null, 0));
        (invisible.Crop, invisible.Width).Should().Be((null, 300));
    }

    [Fact]
    public async Task FindCrop_AnswersWithoutWriting()
    {
        var source = folder.Write("a.png", ImageFolder.Framed(300, 200, White, Blue, left: 31, top: 17, innerWidth: 101, innerHeight: 53));

        var crop = await folder.Optimizer.FindCropAsync(source, new CropRequest.Color(Corners.UpperLeft, 0), CancellationToken.None);

        crop.Should().Be(new CropAmounts(31, 168, 17, 130));
    }

    private Task<ImageFacts> CropAsync(string source, CropRequest crop) => folder.OptimizeAsync(source, PictureRequest.Plain with { Crop = crop });

    private static Image Framed(int size, int before, int after) => Image.Black(size, size).Cast(Enums.BandFormat.Uchar)
        .Insert((Image.Black(size - before - after, size - before - after) + 255).Cast(Enums.BandFormat.Uchar), before, before);
}
