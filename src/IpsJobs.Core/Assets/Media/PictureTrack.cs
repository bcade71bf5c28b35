namespace IpsJobs.Core.Assets;

/// <summary>The moving picture of a video.</summary>
/// <param name="Codec">As ffmpeg calls it, e.g. <c>h264</c>.</param>
/// <param name="Width">Pixels as shown.</param>
/// <param name="Height">Pixels as shown.</param>
public sealed record PictureTrack(string Codec, int Width, int Height)
{
    /// <summary>Frames per second on average; null when unknown.</summary>
    public double? FrameRate { get; init; }

    /// <summary>Bits per second; null when unknown.</summary>
    public long? BitRate { get; init; }
}
