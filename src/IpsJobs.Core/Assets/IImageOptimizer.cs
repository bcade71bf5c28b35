namespace IpsJobs.Core.Assets;

/// <summary>Makes the optimised form of an image.</summary>
public interface IImageOptimizer
{
    /// <summary>Decodes a file by its content, applies its orientation and writes a tiled pyramid TIFF.</summary>
    /// <param name="sourcePath">Any image file that can be decoded.</param>
    /// <param name="targetPath">File to write; its directory exists, the name has never been used before.</param>
    /// <param name="cancellationToken">Gives up between stages.</param>
    /// <exception cref="ImageUnreadableException">The content is no image that can be decoded, or a documented unsupported form.</exception>
    Task<ImageFacts> OptimizeAsync(string sourcePath, string targetPath, CancellationToken cancellationToken);

    /// <summary>Frames in the file; 1 for everything but animations and multi-page images.</summary>
    /// <exception cref="ImageUnreadableException">The content is no image that can be decoded.</exception>
    int CountFrames(string sourcePath);
}
