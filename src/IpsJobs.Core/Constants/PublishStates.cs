using System.Collections.Frozen;

namespace IpsJobs.Core.Constants;

/// <summary>Whether an asset is marked for publish.</summary>
public static class PublishStates
{
    public const string MarkedForPublish = "MarkedForPublish";
    public const string NotMarkedForPublish = "NotMarkedForPublish";

    public static FrozenSet<string> All { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        [
            MarkedForPublish, NotMarkedForPublish,
        ]);
}
