using System.Collections.Frozen;

namespace IpsJobs.Core.Constants;

/// <summary>Names of the company property set types that jobs read.</summary>
public static class PropertySetTypeNames
{
    public const string BatchSetPreset = "BatchSetPreset";
    public const string VideoEncodingPreset = "VideoEncodingPreset";
    public const string VideoSeoSettings = "VideoSeoSettings";

    /// <summary>A named list of image serving commands: properties <c>name</c> and <c>definition</c>.</summary>
    public const string ImagePreset = "ImagePreset";

    public static FrozenSet<string> All { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        [
            BatchSetPreset, VideoEncodingPreset, VideoSeoSettings, ImagePreset,
        ]);
}
