using IpsJobs.Core.Assets;
using IpsJobs.Core.Exports;
using IpsJobs.Core.Messages;
using Microsoft.Extensions.Options;
using NetVips;

namespace IpsJobs.Imaging.Export;

/// <summary>Carries out image serving commands with libvips.</summary>
public sealed class VipsImageConverter : IImageConverter, IDisposable
{
    private readonly ImagingOptions options;
    private readonly SemaphoreSlim slots;

    public VipsImageConverter(IOptions<ImagingOptions> options)
    {
        this.options = options.Value;
        slots = new SemaphoreSlim(this.options.MaxParallel);
        VipsRuntime.Ensure();
    }

    /// <inheritdoc/>
    public async Task ConvertAsync(
        string sourcePath, string targetPath, ImageCommands commands, string? profilePath, CancellationToken cancellationToken)
    {
        await slots.WaitAsync(cancellationToken);
        try
        {
            await Task.Run(() => Convert(sourcePath, targetPath, commands, profilePath), cancellationToken);
        }
        finally
        {
            slots.Release();
        }
    }

    public void Dispose() => slots.Dispose();

    private void Convert(string sourcePath, string targetPath, ImageCommands commands, string? profilePath)
    {
        try
        {
            using var source = SourceImage.Open(sourcePath, options.MaxPixels);
            SourceForms.Check(source.Image, source.Format, sourcePath, options.MaxPixels);
            // Commands ask for pixels in any order, the file gives them from top to bottom.
            using var decoded = source.Image.CopyMemory();
            using var upright = decoded.Autorot();
            using var steps = new ImageSteps(upright);
            Geometry.Apply(steps, commands, source.Resolution);
            Tones.Apply(steps, commands, profilePath);
            FormatWriter.Write(steps, commands, targetPath);
        }
        catch (VipsException failure)
        {
            File.Delete(targetPath);
            throw WriteFailure.IsOne(failure)
                ? WriteFailure.ToIOException(failure)
                : new ImageUnreadableException(new LocalizedMessage("Log.Image.Unreadable"), failure);
        }
    }
}
