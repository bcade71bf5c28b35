namespace IpsJobs.Core.Assets;

/// <summary>Where a layer's picture lies on the canvas, in pixels from its upper left corner.</summary>
public sealed record LayerPlace(int Left, int Top, int Width, int Height);
