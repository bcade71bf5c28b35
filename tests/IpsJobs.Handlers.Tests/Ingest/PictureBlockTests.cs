using IpsJobs.Contracts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Handlers.Tests.UrlUpload;
using NetVips;

namespace IpsJobs.Handlers.Tests.Ingest;

/// <summary>Every field of the option blocks of pictures, by what it does to the stored pixels.</summary>
public sealed class PictureBlockTests : IDisposable
{
    private readonly UploadFixture fixture = new();

    public void Dispose() => fixture.Dispose();

    [Theory]
    [InlineData(Corners.UpperLeft, 0.0, 10, 0)]
    [InlineData(Corners.UpperLeft, 0.1, 30, 0)]
    [InlineData(Corners.BottomRight, 0.0, 0, 10)]
    public async Task ColourCrop_GoesByItsCornerAndTolerance(string corner, double tolerance, int left, int right)
    {
        // Four stripes: black, nearly black twice, and white.
        using var image = Plain(40, 30, 0).Insert(Plain(20, 30, 20), 10, 0).Insert(Plain(10, 30, 255), 30, 0);

        var asset = await UploadAsync(image.PngsaveBuffer(), job => job.AutoColorCropOptions = new AutoColorCropOptions { Corner = corner, Tolerance = tolerance });

        asset.Content.Details.Crop.Should().Be(new CropAmounts(left, right, 0, 0));
        asset.Content.Optimized!.Width.Should().Be(40 - left - right);
    }

    [Theory]
    [InlineData(0.0, 30)]
    [InlineData(0.5, 20)]
    public async Task TransparentCrop_GoesByItsTolerance(double tolerance, int width)
    {
        using var alpha = Plain(40, 30, 0).Insert(Plain(30, 30, 100), 5, 0).Insert(Plain(20, 30, 255), 10, 0);
        using var image = Plain(40, 30, 80).Bandjoin(alpha).Copy(interpretation: Enums.Interpretation.Bw);

        var asset = await UploadAsync(image.PngsaveBuffer(), job => job.AutoTransparentCropOptions = new AutoTransparentCropOptions { Tolerance = tolerance });

        asset.Content.Optimized!.Width.Should().Be(width);
        asset.Content.Details.Crop!.Left.Should().Be((40 - width) / 2);
    }

    [Theory]
    [InlineData(Corners.UpperLeft, FillMethods.FloodFill, 0.0, 0, 255, 255)]
    [InlineData(Corners.UpperLeft, FillMethods.MatchPixel, 0.0, 0, 0, 255)]
    [InlineData(Corners.UpperLeft, FillMethods.MatchPixel, 0.1, 0, 0, 0)]
    [InlineData(Corners.BottomRight, FillMethods.FloodFill, null, 255, 255, 255)]
    public async Task Knockout_GoesByEachOfItsFields(string corner, string method, double? tolerance, int outside, int inside, int nearly)
    {
        using var image = Plain(40, 30, 0).Insert(Plain(30, 20, 200), 5, 5).Insert(Plain(4, 4, 0), 10, 10).Insert(Plain(4, 4, 20), 20, 10).Insert(Plain(1, 1, 77), 39, 29);

        var asset = await UploadAsync(image.PngsaveBuffer(), job => job.KnockoutBackgroundOptions = new KnockoutBackgroundOptions
        {
            Corner = corner, FillMethod = method, Tolerance = tolerance,
        });

        using var picture = fixture.Picture(asset);
        (Alpha(2, 2), Alpha(11, 11), Alpha(21, 11), Alpha(30, 20)).Should().Be((outside, inside, nearly, 255));

        double Alpha(int x, int y) => picture.Getpoint(x, y)[^1];
    }

    [Fact]
    public async Task UnsharpMask_GoesByEachOfItsFields()
    {
        var plain = await ReducedAsync(null);

        (await DifferenceAsync(new UnsharpMaskOptions { Amount = 0, Radius = 5, Threshold = 0 })).Should().Be(0, "an amount of 0 has no effect");
        var usual = await DifferenceAsync(new UnsharpMaskOptions { Amount = 1, Radius = 1, Threshold = 6, Monochrome = 0 });
        usual.Should().BeGreaterThan(3);
        (await DifferenceAsync(new UnsharpMaskOptions { Amount = 1 })).Should().Be(usual, "these are the defaults");
        (await DifferenceAsync(new UnsharpMaskOptions { Amount = 3 })).Should().BeGreaterThan(usual);
        (await DifferenceAsync(new UnsharpMaskOptions { Amount = 1, Radius = 8 })).Should().BeGreaterThan(usual);
        (await DifferenceAsync(new UnsharpMaskOptions { Amount = 1, Threshold = 255 })).Should().Be(0);
        (await DifferenceAsync(new UnsharpMaskOptions { Amount = 1, Monochrome = 1 })).Should().NotBe(usual);

        async Task<double> DifferenceAsync(UnsharpMaskOptions mask)
        {
            using var sharpened = await ReducedAsync(mask);
            using var difference = (sharpened - plain).Abs();
            return difference.Max();
        }
    }

    [Fact]
    public async Task Profiles_AreConvertedFromTheOneThatTheJobNames()
    {
        await UploadAsync(Profile("srgb"), _ => { }, "s.icc");
        await UploadAsync(Profile("p3"), _ => { }, "p.icc");
        using var image = Coloured(40, 30, 200, 60, 60);

        var embedded = await PixelAsync(image.PngsaveBuffer(profile: "p3"), null);
        var named = await PixelAsync(image.PngsaveBuffer(profile: "p3"), "s");

        embedded[0].Should().BeGreaterThan(205, "the profile in the file has more red");
        named[0].Should().BeApproximately(200, 1, "the profile that the job names overrides the one in the file");

        async Task<double[]> PixelAsync(byte[] body, string? source)
        {
            var asset = await UploadAsync(body, job => job.ColorManagementOptions = new ColorManagementOptions
            {
                ColorManagement = ColorManagementModes.Convert,
                OutputProfileHandle = fixture.Asset("s").Handle.ToString(),
                SourceProfileHandle = source is null ? null : fixture.Asset(source).Handle.ToString(),
            });
            using var picture = fixture.Picture(asset);
            return picture.Getpoint(10, 10);
        }
    }

    private static Image Plain(int width, int height, int grey) =>
        (Image.Black(width, height) + grey).Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Bw);

    private static Image Coloured(int width, int height, params double[] color) =>
        (Image.Black(width, height, bands: 3) + color).Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Srgb);

    private static byte[] Profile(string name)
    {
        using var carrier = Image.TiffloadBuffer(Coloured(8, 8, 1, 2, 3).TiffsaveBuffer(profile: name));
        return (byte[])carrier.Get("icc-profile-data");
    }

    private async Task<Image> ReducedAsync(UnsharpMaskOptions? mask)
    {
        using var edge = Coloured(600, 600, 150, 80, 80).Insert(Coloured(300, 600, 80, 140, 80), 300, 0);
        var asset = await UploadAsync(edge.PngsaveBuffer(), job => job.UnsharpMaskOptions = mask);
        return Image.Tiffload(fixture.Data.Optimized(fixture.Company.RootPath).Resolve(asset.Content.Optimized!.Path), page: 1).CopyMemory();
    }

    private async Task<StoredAsset> UploadAsync(byte[] body, Action<UploadUrlsJob> change, string name = "a.png")
    {
        fixture.Forget();
        var job = UploadFixture.Job((fixture.Serve($"/{Guid.NewGuid():N}", body), name));
        change(job);
        await fixture.RunAsync(job);
        fixture.Rows.Should().ContainSingle().Which.LogType.Should().NotBe(LogTypes.UploadError);
        return fixture.Asset(AssetNaming.BaseName(name));
    }
}
