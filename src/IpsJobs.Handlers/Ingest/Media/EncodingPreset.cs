using System.Globalization;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Messages;
using IpsJobs.Core.Properties;

namespace IpsJobs.Handlers.Ingest;

/// <summary>What a company's property set says about one encoding.</summary>
/// <param name="PropertySetId">Names the encoding among those of one video, so that a later run replaces it.</param>
/// <param name="Name">Shown to users.</param>
public sealed record EncodingPreset(int PropertySetId, string Name)
{
    private const int LargestSide = 8192;
    private const long LargestRate = 500_000_000;
    private const double FastestRate = 240;
    private const double LongestInterval = 600;

    /// <summary>Goes between the name of the video and the extension.</summary>
    public string Suffix { get; private init; } = "";

    /// <summary>An encoding that is made a member of an adaptive set even when it is the only one.</summary>
    public bool IsAdaptive { get; private init; }

    /// <summary>What the encoder is to do; meaningless with a <see cref="Problem"/>.</summary>
    public EncodingOrder Order { get; private init; } = new(VideoContainers.Mp4);

    /// <summary>Why nothing can be encoded by this preset; null when it is sound.</summary>
    public LocalizedMessage? Problem { get; private init; }

    public string Key => PropertySetId.ToString(CultureInfo.InvariantCulture);

    /// <summary>Reads a property set of type <see cref="PropertySetTypeNames.VideoEncodingPreset"/>.</summary>
    public static EncodingPreset Of(PropertySet set)
    {
        var name = set.Find("name") ?? set.Handle.ToString();
        var reader = new PresetReader(set, name);
        var order = new EncodingOrder(reader.Container("container"))
        {
            Width = (int)(reader.Number("width", LargestSide) ?? 0),
            Height = (int)(reader.Number("height", LargestSide) ?? 0),
            VideoBitRate = reader.BitRate("videoBitrate", LargestRate) is > 0 and var rate ? rate : null,
            AudioBitRate = reader.BitRate("audioBitrate", LargestRate),
            FrameRate = reader.Number("frameRate", FastestRate) is > 0 and var frames ? frames : null,
            KeyframeInterval = reader.Number("keyframeInterval", LongestInterval) is > 0 and var seconds ? TimeSpan.FromSeconds(seconds) : null,
        };
        return new EncodingPreset(set.PropertySetId, name)
        {
            Order = order,
            Suffix = set.Find("suffix") ?? SuffixOf(order, name),
            IsAdaptive = string.Equals(set.Find("adaptive"), "true", StringComparison.OrdinalIgnoreCase),
            Problem = reader.Problem,
        };
    }

    /// <summary>A preset that was removed after the job had been submitted.</summary>
    public static EncodingPreset Gone(int propertySetId, string handle) =>
        new(propertySetId, handle) { Suffix = "-" + propertySetId.ToString(CultureInfo.InvariantCulture), Problem = new LocalizedMessage("Log.Media.PresetGone", handle) };

    // Without a suffix the encoding would have the name of its source.
    private static string SuffixOf(EncodingOrder order, string name) => order switch
    {
        { VideoBitRate: null } => "-" + name,
        { Width: 0, Height: 0 } => string.Create(CultureInfo.InvariantCulture, $"-{order.VideoBitRate / PresetReader.Kilo}k"),
        _ => string.Create(CultureInfo.InvariantCulture, $"-{order.Width}x{order.Height}-{order.VideoBitRate / PresetReader.Kilo}k"),
    };
}
