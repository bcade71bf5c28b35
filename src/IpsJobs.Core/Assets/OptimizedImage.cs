namespace IpsJobs.Core.Assets;

/// <summary>The optimised form of an image.</summary>
/// <param name="Path">Below <c>_optimized_</c>: three hex digits, slash, guid, <c>.tif</c>.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Resolution">Pixels per inch; null when unknown.</param>
/// <param name="FileSize">Bytes.</param>
public sealed record OptimizedImage(string Path, int Width, int Height, double? Resolution, long FileSize);
