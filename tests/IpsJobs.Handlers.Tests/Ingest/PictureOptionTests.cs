using IpsJobs.Contracts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Handlers.Tests.UrlUpload;
using NetVips;

namespace IpsJobs.Handlers.Tests.Ingest;

public sealed class PictureOptionTests : IDisposable
{
    private readonly UploadFixture fixture = new();
    private int served;

    public void Dispose() => fixture.Dispose();

    [Fact]
    public async Task Crop_CutsTheOptimisedPictureAndLeavesTheOriginal()
    {
        var body = UploadFixture.Picture(width: 60, height: 40);

        await UploadAsync(body, job => job.ManualCropOptions = new ManualCropOptions { Left = 10, Right = 5, Top = 4, Bottom = 6 });

        var asset = fixture.Asset("a");
        (asset.Content.Optimized!.Width, asset.Content.Optimized.Height).Should().Be((45, 30));
        asset.Content.Details.Crop.Should().Be(new CropAmounts(10, 5, 4, 6));
        (await File.ReadAllBytesAsync(fixture.Original("a.png"))).Should().Equal(body);
    }

    [Theory]
    [InlineData(null, 45)]
    [InlineData(true, 45)]
    [InlineData(false, 60)]
    public async Task StoredCrop_IsAppliedToAReplacement_UnlessTheJobSaysOtherwise(bool? preserve, int width)
    {
        await UploadAsync(UploadFixture.Picture(width: 60, height: 40), job => job.ManualCropOptions = Cut(10, 5));

        // Four zeros are no crop.
        await UploadAsync(UploadFixture.Picture(width: 60, height: 40, grey: 9), job =>
        {
            job.PreserveCrop = preserve;
            job.ManualCropOptions = Cut(0, 0);
        });

        fixture.Asset("a").Content.Optimized!.Width.Should().Be(width);
        (fixture.Asset("a").Content.Details.Crop is null).Should().Be(preserve == false);
    }

    [Fact]
    public async Task StoredCrop_GivesWayToANewOne()
    {
        await UploadAsync(UploadFixture.Picture(width: 60, height: 40), job => job.ManualCropOptions = Cut(10, 5));

        await UploadAsync(UploadFixture.Picture(width: 60, height: 40, grey: 9), job => job.ManualCropOptions = Cut(1, 2));

        fixture.Asset("a").Content.Details.Crop.Should().Be(new CropAmounts(1, 2, 0, 0));
    }

    [Fact]
    public async Task StoredCrop_IsSkippedWithAWarning_WhenTheNewPictureIsTooSmall()
    {
        await UploadAsync(UploadFixture.Picture(width: 60, height: 40), job => job.ManualCropOptions = Cut(30, 20));

        await UploadAsync(UploadFixture.Picture(width: 40, height: 40), _ => { });

        fixture.Asset("a").Content.Optimized!.Width.Should().Be(40);
        fixture.Rows[^1].Aux.Single().Message.Key.Should().Be("Log.Image.CropTooLarge");
    }

    [Fact]
    public async Task Knockout_GivesTheOptimisedPictureAlpha()
    {
        await UploadAsync(UploadFixture.Picture(), job => job.KnockoutBackgroundOptions = new KnockoutBackgroundOptions
        {
            Corner = Corners.UpperLeft, FillMethod = FillMethods.MatchPixel, Tolerance = 0,
        });

        using var picture = fixture.Picture(fixture.Asset("a"));
        picture.Getpoint(5, 5)[^1].Should().Be(0);
        fixture.Asset("a").Content.Details.Options.Should().Contain("MatchPixel");
    }

    [Fact]
    public async Task Profiles_AreTakenFromTheAssetsThatTheJobNames()
    {
        using var carrier = Image.Tiffload(ProfileCarrier());
        var profile = (byte[])carrier.Get("icc-profile-data");
        await fixture.RunAsync((fixture.Serve("/p", profile), "p.icc"));

        await UploadAsync(Colourful(), job => job.ColorManagementOptions = new ColorManagementOptions
        {
            ColorManagement = ColorManagementModes.Convert, OutputProfileHandle = fixture.Asset("p").Handle.ToString(),
        });

        using var picture = fixture.Picture(fixture.Asset("a"));
        ((byte[])picture.Get("icc-profile-data")).Should().Equal(profile);
    }

    [Fact]
    public async Task Profiles_AreRemarkedOn_WhenTheModeUsesNone()
    {
        await UploadAsync(Colourful(), job => job.ColorManagementOptions = new ColorManagementOptions
        {
            ColorManagement = ColorManagementModes.MaintainOriginal, OutputProfileHandle = "a|1",
        });

        fixture.Rows.Single().Aux.Single().Message.Key.Should().Be("Log.Upload.ProfilesIgnored");
    }

    [Fact]
    public async Task Mask_IsStoredBesideTheOptimisedPicture()
    {
        var jpeg = PathPictures.JpegWithPath(100, 60);

        await UploadAsync(jpeg, job => job.CreateMask = true, "a.jpg");

        var asset = fixture.Asset("a");
        asset.Content.Details.Mask!.Path.Should().MatchRegex("^[0-9a-f]{3}/[0-9a-f-]{36}\\.tif$");
        using var mask = fixture.Mask(asset);
        (mask.Width, mask.Height, mask.Bands).Should().Be((100, 60, 1));
        (mask.Getpoint(20, 30)[0], mask.Getpoint(80, 30)[0]).Should().Be((255, 0));
        asset.Content.Details.Mask.FileSize.Should().BeGreaterThan(0);
    }

    [Fact]
    public async Task Mask_IsNotMade_WhenNotAskedFor()
    {
        await UploadAsync(PathPictures.JpegWithPath(100, 60), _ => { }, "a.jpg");

        fixture.Asset("a").Content.Details.Mask.Should().BeNull();
        fixture.Files.Should().NotContain(f => f.Contains("_masks_"));
    }

    private async Task UploadAsync(byte[] body, Action<UploadUrlsJob> change, string name = "a.png")
    {
        var before = fixture.Assets.All.Count;
        served++;
        // Every item of the one instance needs a key of its own, so the new one comes behind those that have their rows.
        var filler = Enumerable.Range(0, fixture.Rows.Count).Select(i => (fixture.Serve($"/{served}/{i}", []), $"filler{i}.css"));
        var job = UploadFixture.Job([.. filler, (fixture.Serve($"/{served}", body), name)]);
        change(job);
        await fixture.RunAsync(job);
        fixture.Assets.All.Should().HaveCountGreaterThanOrEqualTo(before);
    }

    private static ManualCropOptions Cut(int left, int right) => new() { Left = left, Right = right, Top = 0, Bottom = 0 };

    private static byte[] Colourful()
    {
        using var image = (Image.Black(40, 30, bands: 3) + new double[] { 200, 60, 60 }).Cast(Enums.BandFormat.Uchar);
        return image.Copy(interpretation: Enums.Interpretation.Srgb).PngsaveBuffer();
    }

    private string ProfileCarrier()
    {
        var path = Path.Combine(fixture.Data.Root, "carrier.tif");
        using var image = Image.PngloadBuffer(Colourful());
        image.Tiffsave(path, profile: "p3");
        return path;
    }
}
