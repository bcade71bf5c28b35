using System.Diagnostics;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Imaging.Tests.Support;
using NetVips;

namespace IpsJobs.Imaging.Tests;

public sealed class LevelTests : IDisposable
{
    private readonly ImageFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Levels_AreReducedWithLanczos3()
    {
        var source = Texture(1024, 512);

        await folder.OptimizeAsync(folder.Write("a.png", source));

        using var expected = source.Reduce(2, 2, kernel: Enums.Kernel.Lanczos3);
        LargestDifference(expected, 1).Should().Be(0);
        using var mean = source.Shrink(2, 2);
        LargestDifference(mean, 1).Should().BeGreaterThan(0);
    }

    [Theory]
    [InlineData("a.png", 1537, 1201, 3, false)]
    [InlineData("a.png", 700, 1999, 4, false)]
    [InlineData("a.png", 601, 1030, 2, true)]
    [InlineData("a.png", 3, 1501, 1, false)]
    [InlineData("a.png", 1025, 257, 4, true)]
    public async Task Levels_HaveNoSeams_WhenThePictureIsHigherThanATile(string name, int width, int height, int bands, bool wide)
    {
        await folder.OptimizeAsync(folder.Write(name, Noise(width, height, bands, wide)));

        for (var level = 1; level < folder.Pages.Count; level++)
        {
            using var above = folder.Level(level - 1);
            using var expected = Halved(above);
            LargestDifference(expected, level).Should().Be(0, $"level {level} is made of the whole level above");
        }
    }

    [Theory]
    [InlineData(3, 4)]
    [InlineData(60, 0)]
    public async Task Unsharp_HasNoSeams_WhenALevelIsHigherThanATile(double radius, int threshold)
    {
        var path = folder.Write("a.png", Noise(520, 1800, bands: 3, wide: false));
        await folder.OptimizeAsync(path);
        using var plain = folder.Level(1).CopyMemory();
        File.Delete(folder.Target);

        await folder.OptimizeAsync(path, PictureRequest.Plain with { Unsharp = new UnsharpRequest(1.5, radius, threshold, BrightnessOnly: false) });

        using var exact = plain.Cast(Enums.BandFormat.Float);
        using var difference = exact - exact.Gaussblur(radius / 2, minAmpl: 0.1, precision: Enums.Precision.Float);
        using var expected = exact + (difference.Abs() > threshold).Ifthenelse(difference * 1.5, 0.0);
        LargestDifference(expected.Rint().Cast(Enums.BandFormat.Uchar), 1).Should().Be(0);
    }

    [Fact]
    public async Task SamePicture_GivesTheSameBytes()
    {
        var path = folder.Write("a.jpg", Texture(1500, 1001));
        await folder.OptimizeAsync(path);
        var first = await File.ReadAllBytesAsync(folder.Target);
        File.Delete(folder.Target);

        await folder.OptimizeAsync(path);

        (await File.ReadAllBytesAsync(folder.Target)).Should().Equal(first);
    }

    [Fact]
    public async Task Failure_LeavesNoFile_WhenThePictureEndsEarly()
    {
        var path = folder.Write("a.jpg", Noise(1500, 2000, bands: 3, wide: false));
        using (var file = File.OpenWrite(path))
            file.SetLength(file.Length * 3 / 4);

        var optimize = () => folder.OptimizeAsync(path);

        await optimize.Should().ThrowAsync<ImageUnreadableException>();
        Directory.GetFiles(Path.GetDirectoryName(folder.Target)!).Select(Path.GetFileName).Should().BeEquivalentTo("a.jpg");
    }

    [Fact]
    public async Task Unsharp_LeavesTheFullLevelAndSharpensTheOthers()
    {
        var path = folder.Write("a.png", Texture(1024, 512));
        await folder.OptimizeAsync(path);
        using var plain = folder.Level(1).CopyMemory();
        using var plainSmall = folder.Level(2).CopyMemory();
        using var full = folder.Level(0).CopyMemory();
        File.Delete(folder.Target);

        await folder.OptimizeAsync(path, PictureRequest.Plain with { Unsharp = new UnsharpRequest(1.5, 2, 0, BrightnessOnly: false) });

        LargestDifference(full, 0).Should().Be(0);
        using var sharp = folder.Level(1);
        sharp.Deviate().Should().BeGreaterThan(plain.Deviate() * 1.02);
        using var sharpSmall = folder.Level(2);
        sharpSmall.Deviate().Should().BeGreaterThan(plainSmall.Deviate() * 1.02);
    }

    [Fact]
    public async Task Unsharp_LeavesDifferencesUpToTheThreshold()
    {
        // A step of 10: every difference from the blur is below 6.
        var path = folder.Write("a.png", ImageFolder.Plain(600, 600, 100, 100, 100).Insert(ImageFolder.Plain(300, 600, 110, 110, 110), 300, 0));
        await folder.OptimizeAsync(path);
        using var plain = folder.Level(1).CopyMemory();
        File.Delete(folder.Target);
        await folder.OptimizeAsync(path, PictureRequest.Plain with { Unsharp = new UnsharpRequest(5, 2, 6, BrightnessOnly: false) });
        LargestDifference(plain, 1).Should().Be(0);
        File.Delete(folder.Target);

        await folder.OptimizeAsync(path, PictureRequest.Plain with { Unsharp = new UnsharpRequest(5, 2, 2, BrightnessOnly: false) });

        LargestDifference(plain, 1).Should().BeGreaterThan(4);
    }

    [Fact]
    public async Task Unsharp_KeepsGrey_WhenOnlyBrightnessIsSharpened()
    {
        var path = folder.Write("a.png", ImageFolder.Plain(600, 600, 200, 40, 40).Insert(ImageFolder.Plain(300, 600, 40, 200, 40), 300, 0));
        await folder.OptimizeAsync(path, PictureRequest.Plain with { Unsharp = new UnsharpRequest(2, 4, 0, BrightnessOnly: false) });
        using var each = folder.Level(1).CopyMemory();
        File.Delete(folder.Target);

        await folder.OptimizeAsync(path, PictureRequest.Plain with { Unsharp = new UnsharpRequest(2, 4, 0, BrightnessOnly: true) });

        using var level = folder.Level(1);
        var (sharpened, colourful) = (level.Getpoint(149, 100), each.Getpoint(149, 100));
        (colourful[0] - colourful[1]).Should().BeGreaterThan(sharpened[0] - sharpened[1], "brightness alone makes no colour stronger");
        level.Getpoint(20, 20).Should().Equal(200, 40, 40);
    }

    [Fact]
    public async Task Unsharp_LeavesAlphaAlone()
    {
        using var alpha = Image.Black(600, 600).Cast(Enums.BandFormat.Uchar)
            .Insert((Image.Black(300, 600) + 255).Cast(Enums.BandFormat.Uchar), 0, 0);
        var path = folder.Write("a.png", ImageFolder.Quarters(600, 600).Bandjoin(alpha));
        await folder.OptimizeAsync(path);
        using var plain = folder.Level(1)[3].CopyMemory();
        File.Delete(folder.Target);

        await folder.OptimizeAsync(path, PictureRequest.Plain with { Unsharp = new UnsharpRequest(3, 3, 0, BrightnessOnly: false) });

        using var sharp = folder.Level(1)[3];
        (plain - sharp).Abs().Max().Should().Be(0);
    }

    [Theory]
    [InlineData("a.jpg")]
    [InlineData("a.png")]
    public async Task File_OpensInLibtiffWithTheExpectedTilesAndLevels(string name)
    {
        await folder.OptimizeAsync(folder.Write(name, Texture(1500, 1001)));

        var text = await RunAsync("tiffinfo", folder.Target);
        Sizes(text).Should().Equal("1500x1001", "750x500", "375x250", "187x125");
        text.Split("Tile Width: 256 Tile Length: 256").Should().HaveCount(5);
        text.Split("reduced-resolution image").Should().HaveCount(4);
        // Decodes every tile of every page.
        (await RunAsync("tiffcp", folder.Target, folder.PathOf("copy.tif"))).Should().BeEmpty();
    }

    [Theory]
    [InlineData("colours", 1500, 1001, 3, 6)]
    [InlineData("grey", 601, 1030, 1, 1)]
    [InlineData("wider than a JPEG strip", 33_000, 300, 3, 6)]
    public async Task JpegTiles_ShowTheSourceEverywhere(string what, int width, int height, int bands, int photometric)
    {
        using var texture = Texture(width, height);
        using var source = bands == 3 ? texture.Copy() : texture[0].Copy(interpretation: Enums.Interpretation.Bw);
        var path = folder.Write("a.jpg", source, new VOption { { "Q", 100 }, { "subsample_mode", Enums.ForeignSubsample.Off } });

        await folder.OptimizeAsync(path);

        folder.Pages.Should().OnlyContain(p => p[TiffPage.Photometric] == photometric, what);
        using var decoded = Image.NewFromFile(path);
        LargestDifference(decoded, 0).Should().BeLessThan(24, what);
        using var half = Halved(decoded);
        LargestDifference(half, 1).Should().BeLessThan(24, what);
    }

    [Fact]
    public async Task JpegTiles_AreReadAlikeByLibtiff()
    {
        await folder.OptimizeAsync(folder.Write("a.jpg", Texture(700, 500)));

        (await RunAsync("tiff2rgba", folder.Target, folder.PathOf("plain.tif"))).Should().BeEmpty();

        using var plain = Image.Tiffload(folder.PathOf("plain.tif"));
        using var colours = plain.ExtractBand(0, n: 3);
        LargestDifference(colours, 0).Should().BeLessThan(3);
    }

    [Fact]
    public async Task Ink_StaysInk_WhenTheSourceWasJpeg()
    {
        using var ink = (Image.Black(600, 400, bands: 4) + new[] { 200.0, 30, 90, 10 })
            .Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Cmyk);

        await folder.OptimizeAsync(folder.Write("a.jpg", ink), PictureRequest.Plain with { Color = new ColorRequest(ColorManagementModes.MaintainOriginal) });

        folder.Pages.Should().OnlyContain(p => p[TiffPage.Photometric] == 5 && p[TiffPage.Compression] == 7);
        LargestDifference(ink, 0).Should().BeLessThan(8);
    }

    [Fact]
    public async Task LargeForm_IsJoinedToo_WhenThePictureLiesOnDisk()
    {
        using var small = new ImageFolder(configure: o => o.MaxMemory = 1000);
        var source = Texture(900, 700);

        await small.OptimizeAsync(small.Write("a.png", source));

        small.Pages.Select(p => p.Size).Should().Equal((900, 700), (450, 350), (225, 175));
        using var full = small.Level(0);
        (full - source).Abs().Max().Should().Be(0);
        Directory.GetFiles(Path.GetDirectoryName(small.Target)!).Select(Path.GetFileName).Should().BeEquivalentTo("a.png", "optimised.tif");
    }

    [Fact]
    public async Task IsReadable_IsTrueForWholeFilesOnly()
    {
        await folder.OptimizeAsync(folder.Write("a.png", Texture(900, 700)));
        folder.Optimizer.IsReadable(folder.Target).Should().BeTrue();
        folder.Optimizer.IsReadable(folder.PathOf("none.tif")).Should().BeFalse();

        using (var file = File.OpenWrite(folder.Target))
            file.SetLength(file.Length / 2);

        folder.Optimizer.IsReadable(folder.Target).Should().BeFalse();
    }

    private double LargestDifference(Image expected, int level)
    {
        using var found = folder.Level(level);
        return (expected - found).Abs().Max();
    }

    private static IEnumerable<string> Sizes(string text) => System.Text.RegularExpressions.Regex
        .Matches(text, @"Image Width: (\d+) Image Length: (\d+)").Select(m => $"{m.Groups[1].Value}x{m.Groups[2].Value}");

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        process.ExitCode.Should().Be(0, await errors);
        return await output + (await errors);
    }

    private static Image Halved(Image above)
    {
        var (horizontally, vertically) = ((double)above.Width / Math.Max(1, above.Width / 2), (double)above.Height / Math.Max(1, above.Height / 2));
        if (!above.HasAlpha())
            return above.Reduce(horizontally, vertically, kernel: Enums.Kernel.Lanczos3);
        using var weighed = above.Premultiply();
        using var reduced = weighed.Reduce(horizontally, vertically, kernel: Enums.Kernel.Lanczos3);
        return reduced.Unpremultiply().Rint().Cast(above.Format);
    }

    private static Image Noise(int width, int height, int bands, bool wide)
    {
        var grain = Enumerable.Range(1, bands).Select(i => Image.Gaussnoise(width, height, sigma: 40, mean: 128, seed: i)).ToArray();
        using var joined = bands == 1 ? grain[0] : grain[0].Bandjoin(grain[1..]);
        var (grey, colour) = wide
            ? (Enums.Interpretation.Grey16, Enums.Interpretation.Rgb16)
            : (Enums.Interpretation.Bw, Enums.Interpretation.Srgb);
        return joined.Linear([wide ? 250.0 : 1.0], [0.0]).Cast(wide ? Enums.BandFormat.Ushort : Enums.BandFormat.Uchar)
            .Copy(interpretation: bands < 3 ? grey : colour).CopyMemory();
    }

    private static Image Texture(int width, int height)
    {
        using var waves = Image.Sines(width, height, hfreq: width / 12.0, vfreq: height / 20.0);
        return ((waves + 1) * 100).Bandjoin((waves + 1) * 60, (waves * -1 + 1) * 90)
            .Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Srgb).CopyMemory();
    }
}
