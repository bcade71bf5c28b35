namespace IpsJobs.Core.Assets;

/// <summary>What a video is to be encoded into; 0 and null leave the choice to the encoder.</summary>
/// <param name="Container">A constant of <see cref="Constants.VideoContainers"/>.</param>
public sealed record EncodingOrder(string Container)
{
    /// <summary>Pixels; 0 keeps the aspect, or with both sides 0 the size. With both given the picture is centred on black.</summary>
    public int Width { get; init; }

    /// <summary>As <see cref="Width"/>.</summary>
    public int Height { get; init; }

    /// <summary>Bits per second of the picture; null for a constant quality.</summary>
    public long? VideoBitRate { get; init; }

    /// <summary>Bits per second of the sound; 0 for silence.</summary>
    public long? AudioBitRate { get; init; }

    /// <summary>Frames per second; null for those of the source.</summary>
    public double? FrameRate { get; init; }

    /// <summary>Time between frames that stand for themselves; null for the encoder's choice.</summary>
    public TimeSpan? KeyframeInterval { get; init; }
}
