using IpsJobs.Core.Exports;
using Microsoft.Extensions.Options;
using NetVips;

namespace IpsJobs.Imaging.Export;

/// <summary>Carries out image serving commands with libvips.</summary>
public sealed class VipsImageConverter(ImageSlots slots, IOptions<ImagingOptions> options) : IImageConverter
{
    /// <inheritdoc/>
    public async Task ConvertAsync(
        string sourcePath, string targetPath, ImageCommands commands, string? profilePath, CancellationToken cancellationToken) =>
        await slots.RunAsync(limit => Convert(sourcePath, targetPath, commands, profilePath, limit), cancellationToken);

    private string Convert(string sourcePath, string targetPath, ImageCommands commands, string? profilePath, CancellationToken limit)
    {
        try
        {
            limit.ThrowIfCancellationRequested();
            using var source = SourceImage.Open(sourcePath, options.Value.MaxPixels);
            SourceForms.Check(source.Image, source.Format, sourcePath, options.Value.MaxPixels);
            using var upright = source.Image.Autorot();
            using var steps = new ImageSteps(upright);
            Geometry.Apply(steps, commands, source.Resolution);
            Tones.Apply(steps, commands, profilePath);
            FormatWriter.Write(steps, commands, targetPath);
            return targetPath;
        }
        catch (VipsException)
        {
            File.Delete(targetPath);
            throw;
        }
    }
}
