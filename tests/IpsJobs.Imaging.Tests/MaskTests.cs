using IpsJobs.Core.Assets;
using IpsJobs.Imaging.Tests.Support;
using NetVips;

namespace IpsJobs.Imaging.Tests;

public sealed class MaskTests : IDisposable
{
    private static readonly (double X, double Y)[] Left = [(0.1, 0.2), (0.5, 0.2), (0.5, 0.8), (0.1, 0.8)];
    private static readonly (double X, double Y)[] Hole = [(0.2, 0.4), (0.4, 0.4), (0.4, 0.6), (0.2, 0.6)];

    private readonly ImageFolder folder = new();

    public void Dispose() => folder.Dispose();

    private string MaskPath => folder.PathOf("mask.tif");

    [Fact]
    public async Task Mask_IsWhiteInsideThePathAndOfTheSizeOfThePicture()
    {
        var facts = await MaskAsync(Jpeg(PathWriter.Block("outline", (2000, "outline", [Left]))));

        facts.HasMask.Should().BeTrue();
        using var mask = Image.Tiffload(MaskPath);
        (mask.Width, mask.Height, mask.Bands, mask.Format).Should().Be((600, 400, 1, Enums.BandFormat.Uchar));
        (At(mask, 59, 200), At(mask, 60, 200), At(mask, 299, 200), At(mask, 300, 200)).Should().Be((0, 255, 255, 0));
        (At(mask, 100, 79), At(mask, 100, 80), At(mask, 100, 319), At(mask, 100, 320)).Should().Be((0, 255, 255, 0));
    }

    [Fact]
    public async Task Mask_HasHolesWhereShapesLieInEachOther()
    {
        await MaskAsync(Jpeg(PathWriter.Block("outline", (2000, "outline", [Left, Hole]))));

        using var mask = Image.Tiffload(MaskPath);
        (At(mask, 80, 200), At(mask, 180, 200)).Should().Be((255, 0));
    }

    [Fact]
    public async Task Mask_IsSmoothAtEdgesBetweenPixels()
    {
        await MaskAsync(Jpeg(PathWriter.Block("outline", (2000, "outline", [[(0.1, 0.1), (0.9, 0.1), (0.1, 0.9)]]))));

        using var mask = Image.Tiffload(MaskPath);
        Enumerable.Range(60, 480).Select(x => At(mask, x, 200)).Should().Contain(v => v > 20 && v < 235);
    }

    [Fact]
    public async Task Mask_TakesThePathThatTheDocumentNames()
    {
        await MaskAsync(Jpeg(PathWriter.Block("second", (2000, "first", [Left]), (2001, "second", [Hole]))));

        using var mask = Image.Tiffload(MaskPath);
        (At(mask, 80, 200), At(mask, 180, 200)).Should().Be((0, 255));
    }

    [Fact]
    public async Task Mask_IsCutAndTurnedWithThePicture()
    {
        using var turned = ImageFolder.Quarters(600, 400).Mutate(m => m.Set(GValue.GIntType, "orientation", 6));
        var path = folder.PathOf("turned.jpg");
        await File.WriteAllBytesAsync(path, PathWriter.IntoJpeg(turned.JpegsaveBuffer(), PathWriter.Block("outline", (2000, "outline", [Left]))));

        var facts = await MaskAsync(path, PictureRequest.Plain with { Crop = new CropRequest.Manual(new CropAmounts(10, 0, 20, 0)) });

        using var mask = Image.Tiffload(MaskPath);
        (mask.Width, mask.Height).Should().Be((facts.Width, facts.Height)).And.Be((390, 580));
        // The left half of the stored picture is the upper half of the upright one.
        (At(mask, 190, 100), At(mask, 190, 400)).Should().Be((255, 0));
    }

    [Fact]
    public async Task Mask_IsReadFromTiff()
    {
        using var picture = ImageFolder.Quarters(600, 400).Mutate(m =>
            m.Set(GValue.BlobType, "photoshop-data", PathWriter.Block("outline", (2000, "outline", [Left]))));
        var path = folder.PathOf("a.tif");
        picture.Tiffsave(path);

        await MaskAsync(path);

        using var mask = Image.Tiffload(MaskPath);
        (At(mask, 59, 200), At(mask, 60, 200)).Should().Be((0, 255));
    }

    [Fact]
    public async Task Mask_IsReadFromTheEpsThatThePictureWasDrawnFrom()
    {
        var block = PathWriter.Block("outline", (2000, "outline", [Left]));
        var eps = folder.PathOf("a.eps");
        var lines = Convert.ToHexString(block).Chunk(64).Select(c => "% " + new string(c));
        await File.WriteAllLinesAsync(eps, ["%!PS-Adobe-3.0 EPSF-3.0", $"%BeginPhotoshop: {block.Length}", .. lines, "%EndPhotoshop", "%%EOF"]);

        await MaskAsync(folder.Write("drawn.png", ImageFolder.Quarters(300, 200)), PictureRequest.Plain with { MaskSourcePath = eps });

        using var mask = Image.Tiffload(MaskPath);
        (mask.Width, At(mask, 29, 100), At(mask, 30, 100)).Should().Be((300, 0, 255));
    }

    [Fact]
    public async Task NoMask_IsMadeWithoutAPath()
    {
        var facts = await MaskAsync(folder.Write("a.jpg", ImageFolder.Quarters(600, 400)));

        (facts.HasMask, facts.Remarks.Count, File.Exists(MaskPath)).Should().Be((false, 0, false));
    }

    [Fact]
    public async Task NoMask_IsMadeButRemarkedOn_WhenTheResourcesAreBroken()
    {
        var path = folder.PathOf("a.eps.jpg");
        var eps = folder.PathOf("broken.eps");
        await File.WriteAllLinesAsync(eps, ["%!PS-Adobe-3.0 EPSF-3.0", "%BeginPhotoshop: 10", "% 3842494Mzz", "%EndPhotoshop"]);
        File.Copy(folder.Write("a.png", ImageFolder.Quarters(60, 40)), path);

        var facts = await MaskAsync(path, PictureRequest.Plain with { MaskSourcePath = eps });

        (facts.HasMask, facts.Remarks.Single().Key).Should().Be((false, "Log.Image.PathUnreadable"));
    }

    private Task<ImageFacts> MaskAsync(string source, PictureRequest? request = null) =>
        folder.OptimizeAsync(source, (request ?? PictureRequest.Plain) with { MaskPath = MaskPath });

    private string Jpeg(byte[] block)
    {
        using var picture = ImageFolder.Quarters(600, 400);
        var path = folder.PathOf("a.jpg");
        File.WriteAllBytes(path, PathWriter.IntoJpeg(picture.JpegsaveBuffer(), block));
        return path;
    }

    private static double At(Image mask, int x, int y) => mask.Getpoint(x, y)[0];
}
