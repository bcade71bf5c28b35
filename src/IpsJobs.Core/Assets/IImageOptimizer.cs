namespace IpsJobs.Core.Assets;

/// <summary>Makes the optimised form of an image.</summary>
public interface IImageOptimizer
{
    /// <summary>Decodes a file by its content, applies its orientation and what is asked for, and writes a tiled pyramid TIFF.</summary>
    /// <param name="sourcePath">Any image file that can be decoded.</param>
    /// <param name="targetPath">File to write; its directory exists, the name has never been used before.</param>
    /// <param name="request">What is to be done to the image.</param>
    /// <param name="cancellationToken">Gives up between stages.</param>
    /// <exception cref="ImageUnreadableException">The content is no image that can be decoded, or a documented unsupported form.</exception>
    Task<ImageFacts> OptimizeAsync(string sourcePath, string targetPath, PictureRequest request, CancellationToken cancellationToken);

    /// <summary>The crop that a request leads to, without making anything.</summary>
    /// <returns>Null when the whole image would be kept.</returns>
    /// <exception cref="ImageUnreadableException">The content is no image that can be decoded, or a documented unsupported form.</exception>
    Task<CropAmounts?> FindCropAsync(string sourcePath, CropRequest request, CancellationToken cancellationToken);

    /// <summary>Whether the file is an optimised image that can be read.</summary>
    bool IsReadable(string optimizedPath);

    /// <summary>Frames in the file; 1 for everything but animations and multi-page images.</summary>
    /// <exception cref="ImageUnreadableException">The content is no image that can be decoded.</exception>
    int CountFrames(string sourcePath);
}
