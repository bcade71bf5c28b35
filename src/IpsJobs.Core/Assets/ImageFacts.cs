using IpsJobs.Core.Messages;

namespace IpsJobs.Core.Assets;

/// <summary>What the optimised image turned out to be.</summary>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Resolution">Pixels per inch; null when the source does not say.</param>
/// <param name="SourceFormat">Format found in the content: <c>jpeg</c>, <c>png</c>, <c>tiff</c>, <c>gif</c>, <c>webp</c>, <c>avif</c>, <c>svg</c>, <c>psd</c>, or the decoder's own name.</param>
public sealed record ImageFacts(int Width, int Height, double? Resolution, string SourceFormat)
{
    /// <summary>What was cut off; null when the whole image is kept.</summary>
    public CropAmounts? Crop { get; init; }

    /// <summary>A mask was written.</summary>
    public bool HasMask { get; init; }

    /// <summary>What was asked for and could not be done.</summary>
    public IReadOnlyList<LocalizedMessage> Remarks { get; init; } = [];
}
