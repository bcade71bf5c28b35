namespace IpsJobs.Core.Assets;

/// <summary>What the optimised image turned out to be.</summary>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Resolution">Pixels per inch; null when the source does not say.</param>
/// <param name="SourceFormat">Format found in the content: <c>jpeg</c>, <c>png</c>, <c>tiff</c>, <c>gif</c>, <c>webp</c>, <c>avif</c>, <c>svg</c>, or the decoder's own name.</param>
public sealed record ImageFacts(int Width, int Height, double? Resolution, string SourceFormat);
