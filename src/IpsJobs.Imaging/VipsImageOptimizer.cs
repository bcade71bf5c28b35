using IpsJobs.Core.Assets;
using IpsJobs.Core.Messages;
using Microsoft.Extensions.Options;
using NetVips;

namespace IpsJobs.Imaging;

/// <summary>Optimises images with libvips, a limited number at a time and with bounded memory.</summary>
public sealed class VipsImageOptimizer(ImageSlots slots, IOptions<ImagingOptions> options) : IImageOptimizer
{
    private readonly ImagingOptions options = options.Value;

    /// <inheritdoc/>
    /// <exception cref="IOException">The target could not be written; nothing is left of it.</exception>
    public Task<ImageFacts> OptimizeAsync(
        string sourcePath, string targetPath, PictureRequest request, CancellationToken cancellationToken) =>
        slots.RunInTurnAsync(turn => Optimize(sourcePath, targetPath, request, turn), cancellationToken);

    public Task<CropAmounts?> FindCropAsync(string sourcePath, CropRequest request, CancellationToken cancellationToken) => slots.RunAsync(
        token =>
        {
            using var scratch = new Scratch(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()));
            using var source = Open(sourcePath, token);
            return new PictureWork(PictureRequest.Plain with { Crop = request }, options.MaxMemory, scratch).FindCrop(source);
        },
        cancellationToken);

    public bool IsReadable(string optimizedPath)
    {
        if (!File.Exists(optimizedPath))
            return false;
        try
        {
            using var first = Image.Tiffload(optimizedPath);
            // The directories come last, so a file that was cut off has lost its smallest level.
            var pages = first.Contains("n-pages") ? (int)first.Get("n-pages") : 1;
            using var last = Image.Tiffload(optimizedPath, page: pages - 1, failOn: Enums.FailOn.Error);
            _ = last.Avg();
            return true;
        }
        catch (VipsException)
        {
            return false;
        }
    }

    public int CountFrames(string sourcePath)
    {
        try
        {
            using var source = SourceImage.Open(sourcePath, options.MaxPixels);
            return source.Frames;
        }
        catch (VipsException failure)
        {
            throw ImageSlots.Unreadable(failure);
        }
    }

    private ImageFacts Optimize(string sourcePath, string targetPath, PictureRequest request, PictureTurn turn)
    {
        using var scratch = new Scratch(targetPath);
        try
        {
            using var source = Open(sourcePath, turn.Token);
            using var alone = (long)source.Image.Width * source.Image.Height >= options.LargePixels ? turn.BeAlone() : null;
            return new PictureWork(request, options.MaxMemory, scratch).Write(source, sourcePath, targetPath);
        }
        catch
        {
            File.Delete(targetPath);
            throw;
        }
    }

    private SourceImage Open(string path, CancellationToken cancellationToken)
    {
        var source = SourceImage.Open(path, options.MaxPixels);
        try
        {
            SourceForms.Check(source.Image, source.Format, path, options.MaxPixels);
            source.Image.SetProgress(NoProgress.Instance, cancellationToken);
            return source;
        }
        catch
        {
            source.Dispose();
            throw;
        }
    }
}
