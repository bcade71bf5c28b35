using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Imaging.Tests.Support;
using NetVips;

namespace IpsJobs.Imaging.Tests;

public sealed class ColorTests : IDisposable
{
    private readonly ImageFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task MaintainOriginal_ConvertsNothing()
    {
        await OptimizeAsync(folder.Write("a.tif", Cyan()), new ColorRequest(ColorManagementModes.MaintainOriginal));

        folder.Pages[0][TiffPage.SamplesPerPixel].Should().Be(4);
        folder.Pixel(5, 5).Should().Equal(255, 0, 0, 0);
        folder.Pages[0].Has(TiffPage.IccProfile).Should().BeFalse();
    }

    [Fact]
    public async Task Convert_EmbedsTheOutputProfileInEveryLevel()
    {
        var p3 = Profile("p3");

        await OptimizeAsync(folder.Write("a.png", ImageFolder.Quarters(600, 400)), Convert(output: p3));

        folder.Pages.Should().HaveCount(3).And.OnlyContain(p => p.Has(TiffPage.IccProfile));
        using var level = folder.Level(1);
        ((byte[])level.Get("icc-profile-data")).Should().Equal(await File.ReadAllBytesAsync(p3));
        folder.Pixel(10, 10).Should().NotEqual(new double[] { 255, 0, 0 }, "red of sRGB is less than that of P3");
    }

    [Fact]
    public async Task Convert_TakesTheEmbeddedProfile_UnlessAnotherIsNamed()
    {
        var source = folder.Write("a.png", ImageFolder.Plain(50, 50, 200, 60, 60), new VOption { { "profile", "p3" } });
        var srgb = Profile("srgb");

        await OptimizeAsync(source, Convert(output: srgb));
        var embedded = folder.Pixel(10, 10);
        File.Delete(folder.Target);
        await OptimizeAsync(source, Convert(output: srgb, source: srgb));

        embedded[0].Should().BeGreaterThan(205);
        folder.Pixel(10, 10).Should().BeEquivalentTo(new double[] { 200, 60, 60 }, o => o.Using<double>(c => c.Subject.Should().BeApproximately(c.Expectation, 1)).WhenTypeIs<double>());
    }

    [Fact]
    public async Task Convert_MakesInk_WhenTheOutputIsCmyk()
    {
        await OptimizeAsync(folder.Write("a.jpg", ImageFolder.Plain(50, 50, 255, 255, 255)), Convert(output: Profile("cmyk")));

        folder.Pages[0][TiffPage.SamplesPerPixel].Should().Be(4);
        folder.Pixel(10, 10).Sum().Should().BeLessThan(20, "white needs hardly any ink");
    }

    [Fact]
    public async Task Convert_KeepsSixteenBitsAndAlpha()
    {
        using var deep = (ImageFolder.Quarters(100, 100) * 257).Bandjoin(30000).Cast(Enums.BandFormat.Ushort).Copy(interpretation: Enums.Interpretation.Rgb16);

        await OptimizeAsync(folder.Write("a.png", deep), Convert(output: Profile("p3")));

        folder.Pages[0].Find(TiffPage.BitsPerSample).Should().Equal(16, 16, 16, 16);
        folder.Pixel(10, 10)[3].Should().Be(30000);
    }

    [Fact]
    public async Task Default_UsesTheCompanysProfilesForInkWithoutOne()
    {
        var p3 = Profile("p3");

        await OptimizeAsync(folder.Write("a.tif", Cyan()), ColorRequest.Default with { DefaultDisplayPath = p3 });

        using var written = folder.Level(0);
        ((byte[])written.Get("icc-profile-data")).Should().Equal(await File.ReadAllBytesAsync(p3));
    }

    [Fact]
    public async Task Convert_IsRefused_WhenTheProfileIsNone()
    {
        var broken = folder.PathOf("broken.icc");
        await File.WriteAllTextAsync(broken, "no profile");

        var act = () => OptimizeAsync(folder.Write("a.png", ImageFolder.Quarters(50, 50)), Convert(output: broken));

        (await act.Should().ThrowAsync<ImageUnreadableException>()).Which.Reason.Key.Should().Be("Log.Image.ProfileUnfit");
    }

    [Fact]
    public async Task Convert_IsRefused_WhenTheSourceProfileHasOtherChannels()
    {
        var act = () => OptimizeAsync(
            folder.Write("a.png", ImageFolder.Quarters(50, 50)), Convert(output: Profile("srgb"), source: Profile("cmyk")));

        (await act.Should().ThrowAsync<ImageUnreadableException>()).Which.Reason.Key.Should().Be("Log.Image.ProfileUnfit");
    }

    private Task<ImageFacts> OptimizeAsync(string source, ColorRequest color) => folder.OptimizeAsync(source, PictureRequest.Plain with { Color = color });

    private static ColorRequest Convert(string output, string? source = null) =>
        new(ColorManagementModes.Convert) { OutputProfilePath = output, SourceProfilePath = source };

    // A profile as a file, taken from a picture that carries it.
    private string Profile(string name)
    {
        var carrier = folder.PathOf(name + ".tif");
        using var image = name == "cmyk" ? Cyan() : ImageFolder.Quarters(8, 8);
        image.Tiffsave(carrier, profile: name);
        using var read = Image.Tiffload(carrier);
        var path = folder.PathOf(name + ".icc");
        File.WriteAllBytes(path, (byte[])read.Get("icc-profile-data"));
        return path;
    }

    private static Image Cyan() => (Image.Black(300, 300, bands: 4) + new double[] { 255, 0, 0, 0 })
        .Cast(Enums.BandFormat.Uchar)
        .Copy(interpretation: Enums.Interpretation.Cmyk);
}
