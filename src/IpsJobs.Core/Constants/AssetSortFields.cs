using System.Collections.Frozen;

namespace IpsJobs.Core.Constants;

/// <summary><c>sortBy</c> of searchAssets.</summary>
public static class AssetSortFields
{
    public const string Created = "Created";
    public const string Modified = "Modified";
    public const string Name = "Name";
    public const string AssetType = "AssetType";
    public const string FileSize = "FileSize";

    public static FrozenSet<string> All { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        [
            Created, Modified, Name, AssetType, FileSize,
        ]);
}
