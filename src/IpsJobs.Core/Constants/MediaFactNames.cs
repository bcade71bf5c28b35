using System.Collections.Frozen;

namespace IpsJobs.Core.Constants;

/// <summary>Names of the facts that are stored with videos and sounds, see <see cref="Assets.AssetDetails.Facts"/>.</summary>
/// <remarks>Numbers are written with a decimal point; what a file does not say is absent.</remarks>
public static class MediaFactNames
{
    /// <summary>Seconds, with up to three decimals.</summary>
    public const string Duration = "duration";

    /// <summary>Pixels as shown, that is after the rotation that phones write into their files.</summary>
    public const string Width = "width";

    /// <summary>Pixels as shown.</summary>
    public const string Height = "height";

    /// <summary>Frames per second, on average.</summary>
    public const string FrameRate = "frameRate";

    /// <summary>Bits per second of all streams together.</summary>
    public const string BitRate = "bitRate";

    /// <summary>Bits per second of the picture.</summary>
    public const string VideoBitRate = "videoBitRate";

    /// <summary>Bits per second of the sound.</summary>
    public const string AudioBitRate = "audioBitRate";

    /// <summary>E.g. <c>h264</c>, as ffmpeg calls it.</summary>
    public const string VideoCodec = "videoCodec";

    /// <summary>E.g. <c>aac</c>, as ffmpeg calls it.</summary>
    public const string AudioCodec = "audioCodec";

    /// <summary>Samples per second of the sound.</summary>
    public const string SampleRate = "sampleRate";

    /// <summary>Channels of the sound.</summary>
    public const string Channels = "channels";

    /// <summary>Form of the file as found in its content, whatever its extension, e.g. <c>mov,mp4,m4a,3gp,3g2,mj2</c>.</summary>
    public const string Container = "container";

    public static FrozenSet<string> All { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        [
            Duration, Width, Height, FrameRate, BitRate, VideoBitRate, AudioBitRate, VideoCodec, AudioCodec, SampleRate, Channels, Container,
        ]);
}
