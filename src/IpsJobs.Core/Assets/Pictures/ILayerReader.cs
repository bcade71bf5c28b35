namespace IpsJobs.Core.Assets;

/// <summary>Takes layered images apart.</summary>
public interface ILayerReader
{
    /// <summary>The layers of a file, without their pixels.</summary>
    /// <returns>Null when the file is no layered image.</returns>
    /// <exception cref="ImageUnreadableException">The file is damaged.</exception>
    LayeredImage? Read(string path);

    /// <summary>Writes the pixels of a layer, with transparency, as a TIFF.</summary>
    /// <param name="path">The file.</param>
    /// <param name="layer">A layer of it, as read.</param>
    /// <param name="cut">What part of the canvas counts, and how large the picture is to be.</param>
    /// <param name="targetPath">File to write.</param>
    /// <param name="cancellationToken">Gives up before the work.</param>
    /// <returns>Where the picture lies on the canvas; null when nothing of the layer can be seen there, and nothing was written.</returns>
    /// <exception cref="ImageUnreadableException">The layer is damaged.</exception>
    Task<LayerPlace?> ExtractAsync(string path, ImageLayer layer, LayerCut cut, string targetPath, CancellationToken cancellationToken);
}
