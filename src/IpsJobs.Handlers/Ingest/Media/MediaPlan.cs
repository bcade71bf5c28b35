using IpsJobs.Contracts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;

namespace IpsJobs.Handlers.Ingest;

/// <summary>What the media options of a job mean, with what absent fields stand for.</summary>
public static class MediaPlan
{
    /// <summary>Options for a thumbnail ask for one, unless the job says otherwise.</summary>
    public static bool WantsThumbnail(MediaOptions? media) => media is not null && (media.GenerateThumbnail ?? media.ThumbnailOptions is not null);

    public static bool WantsEncodings(MediaOptions? media) => media?.VideoEncodingPresetsArray is { Items.Count: > 0 };

    /// <summary>Where in the video the thumbnail is taken.</summary>
    public static TimeSpan ThumbnailTime(MediaOptions? media) => TimeSpan.FromMilliseconds(media?.ThumbnailOptions?.ThumbnailTime ?? 0);

    /// <summary>The type of an uploaded file: what is encoded into others is a master, whatever its form.</summary>
    public static FileClass.Known TypeOf(FileClass.Known byName, MediaOptions? media) =>
        byName.AssetType == AssetTypes.Video && WantsEncodings(media) ? FileTypes.MasterVideo : byName;
}
