using IpsJobs.Core.Assets;
using IpsJobs.Core.Messages;
using Microsoft.Extensions.Options;
using NetVips;

namespace IpsJobs.Imaging;

/// <summary>Optimises images with libvips, in one pass and with bounded memory.</summary>
public sealed class VipsImageOptimizer : IImageOptimizer, IDisposable
{
    private readonly ImagingOptions options;
    private readonly SemaphoreSlim slots;

    public VipsImageOptimizer(IOptions<ImagingOptions> options)
    {
        this.options = options.Value;
        slots = new SemaphoreSlim(this.options.MaxParallel);
        VipsRuntime.Ensure();
    }

    /// <inheritdoc/>
    /// <exception cref="IOException">The target could not be written; nothing is left of it.</exception>
    public async Task<ImageFacts> OptimizeAsync(string sourcePath, string targetPath, PictureRequest request, CancellationToken cancellationToken)
    {
        await slots.WaitAsync(cancellationToken);
        try
        {
            return await Task.Run(() => Optimize(sourcePath, targetPath, cancellationToken), cancellationToken);
        }
        finally
        {
            slots.Release();
        }
    }

    public Task<CropAmounts?> FindCropAsync(string sourcePath, CropRequest request, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public bool IsReadable(string optimizedPath) => throw new NotSupportedException();

    public int CountFrames(string sourcePath)
    {
        try
        {
            using var source = SourceImage.Open(sourcePath, Enums.Access.Sequential);
            return source.Frames;
        }
        catch (VipsException failure)
        {
            throw Unreadable(failure);
        }
    }

    public void Dispose() => slots.Dispose();

    private ImageFacts Optimize(string sourcePath, string targetPath, CancellationToken cancellationToken)
    {
        try
        {
            using var source = OpenChecked(sourcePath);
            cancellationToken.ThrowIfCancellationRequested();
            return Write(source, targetPath);
        }
        catch (VipsException failure)
        {
            File.Delete(targetPath);
            throw WriteFailure.IsOne(failure) ? WriteFailure.ToIOException(failure) : Unreadable(failure);
        }
    }

    // Turning needs the rows in another order than the decoder gives them, so such an image is decoded in full first.
    private SourceImage OpenChecked(string path)
    {
        var source = SourceImage.Open(path, Enums.Access.Sequential);
        try
        {
            SourceForms.Check(source.Image, source.Format, path, options.MaxPixels);
            if (!source.IsTurned)
                return source;
        }
        catch
        {
            source.Dispose();
            throw;
        }
        source.Dispose();
        return SourceImage.Open(path, Enums.Access.Random);
    }

    private static ImageFacts Write(SourceImage source, string targetPath)
    {
        using var upright = source.Image.Autorot();
        using var image = ColorDefaults.Apply(upright);
        PyramidTiff.Write(image, lossy: source.Format == "jpeg" && !image.HasAlpha(), targetPath);
        return new ImageFacts(image.Width, image.Height, source.Resolution, source.Format);
    }

    private static ImageUnreadableException Unreadable(VipsException failure) => new(new LocalizedMessage("Log.Image.Unreadable"), failure);
}
