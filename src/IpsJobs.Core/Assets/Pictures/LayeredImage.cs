namespace IpsJobs.Core.Assets;

/// <summary>An image made of layers.</summary>
/// <param name="Width">Pixels of the canvas.</param>
/// <param name="Height">Pixels of the canvas.</param>
/// <param name="Layers">Bottom first, groups left out.</param>
public sealed record LayeredImage(int Width, int Height, IReadOnlyList<ImageLayer> Layers);
