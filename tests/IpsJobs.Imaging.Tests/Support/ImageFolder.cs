using IpsJobs.Core.Assets;
using Microsoft.Extensions.Options;
using NetVips;

namespace IpsJobs.Imaging.Tests.Support;

/// <summary>A temporary folder with an optimiser and sample pictures.</summary>
public sealed class ImageFolder : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("ips-img-").FullName;

    private readonly ImageSlots slots;

    public ImageFolder(long maxPixels = 500_000_000, Action<ImagingOptions>? configure = null)
    {
        var settings = new ImagingOptions { MaxPixels = maxPixels };
        configure?.Invoke(settings);
        var options = Options.Create(settings);
        slots = new ImageSlots(options);
        Optimizer = new VipsImageOptimizer(slots, options);
        Layers = new PsdLayerReader(slots, options);
    }

    public PsdLayerReader Layers { get; }

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

    public static Image Plain(int width, int height, params double[] colour) =>
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

    /// <summary>A plain picture with a plain rectangle on it.</summary>
    public static Image Framed(int width, int height, double[] outside, double[] inside, int left, int top, int innerWidth, int innerHeight) =>
        Plain(width, height, outside).Insert(Plain(innerWidth, innerHeight, inside), left, top);

    /// <summary>A level of the optimised picture, 0 the full one.</summary>
    public Image Level(int level) => Image.Tiffload(Target, page: level);

    /// <summary>Samples of a pixel of the optimised picture.</summary>
    public double[] Pixel(int x, int y)
    {
        using var image = Image.Tiffload(Target);
        return image.Getpoint(x, y);
    }

    public void Dispose()
    {
        slots.Dispose();
        Directory.Delete(root, recursive: true);
    }
}
