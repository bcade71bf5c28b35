using System.Collections.Frozen;

namespace IpsJobs.Core.Constants;

/// <summary><c>engine</c> of a generation record: what made an asset from its source.</summary>
/// <remarks>The last two are our additions.</remarks>
public static class GenerationEngines
{
    public const string PhotoshopLayers = "PhotoshopLayers";
    public const string PostScriptRip = "PostScriptRip";
    public const string ImageConvert = "ImageConvert";
    public const string SceneAuthoring = "SceneAuthoring";
    public const string Aco = "Aco";
    public const string VideoEncoding = "VideoEncoding";
    public const string VideoThumbnail = "VideoThumbnail";

    public static FrozenSet<string> All { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        [
            PhotoshopLayers, PostScriptRip, ImageConvert, SceneAuthoring, Aco, VideoEncoding, VideoThumbnail,
        ]);
}
