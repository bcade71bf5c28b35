using IpsJobs.Core.Assets;
using Microsoft.Extensions.Options;
using NetVips;

namespace IpsJobs.Imaging.Tests.Support;

/// <summary>A temporary folder with an optimiser and sample pictures.</summary>
public sealed class ImageFolder : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("ips-img-").FullName;

    public ImageFolder(long maxPixels = 500_000_000) =>
        Optimizer = new VipsImageOptimizer(Options.Create(new ImagingOptions { MaxPixels = maxPixels }));

    public VipsImageOptimizer Optimizer { get; }

    public string Target => PathOf("optimised.tif");

    public string PathOf(string name) => Path.Combine(root, name);

    /// <summary>A picture that has a colour of its own in every quarter: red, green / blue, white.</summary>
    public static Image Quarters(int width, int height)
    {
        var (right, bottom) = (width - (width / 2), height - (height / 2));
        return Plain(width, height, 255, 0, 0)
            .Insert(Plain(right, bottom, 0, 255, 0), width / 2, 0)
            .Insert(Plain(right, bottom, 0, 0, 255), 0, height / 2)
            .Insert(Plain(right, bottom, 255, 255, 255), width / 2, height / 2)
            .Crop(0, 0, width, height);
    }

    private static Image Plain(int width, int height, params double[] colour) =>
        (Image.Black(width, height, bands: 3) + colour).Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Srgb);

    /// <summary>Writes a file by its extension and returns its path.</summary>
    public string Write(string name, Image image, VOption? options = null)
    {
        var path = PathOf(name);
        image.WriteToFile(path, options ?? []);
        return path;
    }

    public Task<ImageFacts> OptimizeAsync(string path, PictureRequest? request = null) =>
        Optimizer.OptimizeAsync(path, Target, request ?? PictureRequest.Plain, CancellationToken.None);

    public IReadOnlyList<TiffPage> Pages => TiffFile.ReadPages(Target);

    /// <summary>Samples of a pixel of the optimised picture.</summary>
    public double[] Pixel(int x, int y)
    {
        using var image = Image.Tiffload(Target);
        return image.Getpoint(x, y);
    }

    public void Dispose()
    {
        Optimizer.Dispose();
        Directory.Delete(root, recursive: true);
    }
}
