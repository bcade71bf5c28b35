using System.Collections.Frozen;

namespace IpsJobs.Core.Constants;

/// <summary><c>taskType</c> of one task monitor; clients compare the whole Java-like name.</summary>
/// <remarks><see cref="Video"/> is our addition.</remarks>
public static class TaskTypes
{
    public const string Upload = "com.scene7.upload.UploadAsyncTaskMonitor";
    public const string AutoSet = "com.scene7.autoset.AutoSetAsyncTaskMonitor";
    public const string Video = "com.scene7.video.VideoAsyncTaskMonitor";

    public static FrozenSet<string> All { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        [
            Upload, AutoSet, Video,
        ]);
}
