using System.Collections.Frozen;

namespace IpsJobs.Core.Constants;

/// <summary>What a publish context delivers to: <c>contextType</c>.</summary>
/// <remarks><see cref="Metadata"/> is our addition, so that metadata publishes have targets of their own.</remarks>
public static class PublishContextTypes
{
    public const string ImageServing = "ImageServing";
    public const string ImageRendering = "ImageRendering";
    public const string Video = "Video";
    public const string ServerDirectory = "ServerDirectory";
    public const string Metadata = "Metadata";

    public static FrozenSet<string> All { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        [
            ImageServing, ImageRendering, Video, ServerDirectory, Metadata,
        ]);
}
