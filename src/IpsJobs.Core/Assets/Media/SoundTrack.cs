namespace IpsJobs.Core.Assets;

/// <summary>The sound of a video, or a sound of its own.</summary>
/// <param name="Codec">As ffmpeg calls it, e.g. <c>aac</c>.</param>
public sealed record SoundTrack(string Codec)
{
    /// <summary>Samples per second; null when unknown.</summary>
    public int? SampleRate { get; init; }

    /// <summary>1 for mono, 2 for stereo; null when unknown.</summary>
    public int? Channels { get; init; }

    /// <summary>Bits per second; null when unknown.</summary>
    public long? BitRate { get; init; }
}
