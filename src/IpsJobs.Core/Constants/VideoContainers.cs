using System.Collections.Frozen;

namespace IpsJobs.Core.Constants;

/// <summary>Forms of file that videos are encoded into; each is also the extension of the file.</summary>
public static class VideoContainers
{
    /// <summary>H.264 and AAC.</summary>
    public const string Mp4 = "mp4";

    /// <summary>As <see cref="Mp4"/>, under the name that some players look for.</summary>
    public const string M4v = "m4v";

    /// <summary>VP9 and Opus.</summary>
    public const string WebM = "webm";

    public static FrozenSet<string> All { get; } = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, [Mp4, M4v, WebM]);

    /// <summary>Those that may be members of an adaptive set.</summary>
    public static FrozenSet<string> Adaptive { get; } = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, [Mp4, M4v]);
}
