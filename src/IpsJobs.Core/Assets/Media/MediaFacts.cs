using System.Globalization;
using IpsJobs.Core.Constants;

namespace IpsJobs.Core.Assets;

/// <summary>What a video or sound is; null for what the file does not say.</summary>
/// <param name="Container">Form of the file as found in its content.</param>
public sealed record MediaFacts(string Container)
{
    public TimeSpan? Duration { get; init; }

    /// <summary>Bits per second of all streams together.</summary>
    public long? BitRate { get; init; }

    /// <summary>The moving picture; null for sounds.</summary>
    public PictureTrack? Picture { get; init; }

    /// <summary>The first sound; null for silent videos.</summary>
    public SoundTrack? Sound { get; init; }

    /// <summary>What the file says about itself: title, artist, date and the like.</summary>
    public EmbeddedMetadata Metadata { get; init; } = EmbeddedMetadata.None;

    /// <summary>The facts under the names of <see cref="MediaFactNames"/>.</summary>
    public IReadOnlyDictionary<string, string> ToTexts()
    {
        var texts = new Dictionary<string, string>();
        Add(MediaFactNames.Container, Container);
        Add(MediaFactNames.Duration, Duration?.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture));
        Add(MediaFactNames.BitRate, Text(BitRate));
        Add(MediaFactNames.Width, Text(Picture?.Width));
        Add(MediaFactNames.Height, Text(Picture?.Height));
        Add(MediaFactNames.FrameRate, Picture?.FrameRate?.ToString("0.###", CultureInfo.InvariantCulture));
        Add(MediaFactNames.VideoCodec, Picture?.Codec);
        Add(MediaFactNames.VideoBitRate, Text(Picture?.BitRate));
        Add(MediaFactNames.AudioCodec, Sound?.Codec);
        Add(MediaFactNames.AudioBitRate, Text(Sound?.BitRate));
        Add(MediaFactNames.SampleRate, Text(Sound?.SampleRate));
        Add(MediaFactNames.Channels, Text(Sound?.Channels));
        return texts;

        void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
                texts[name] = value;
        }
    }

    private static string? Text(long? number) => number?.ToString(CultureInfo.InvariantCulture);
}
