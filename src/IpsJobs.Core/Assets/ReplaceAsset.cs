namespace IpsJobs.Core.Assets;

/// <summary>Replaces file, size and type info of an asset; handle, creation, metadata, projects and memberships stay.</summary>
/// <param name="AssetId">The asset.</param>
/// <param name="ReadyForPublish">New mark; null keeps it.</param>
/// <param name="Content">File and type facts; a new folder moves the asset.</param>
/// <param name="UserId">Who modified it.</param>
public sealed record ReplaceAsset(long AssetId, bool? ReadyForPublish, AssetContent Content, int UserId) : AssetChange(UserId)
{
    /// <summary>The file stays what and where it is: folder and file name of the content do not count, because the asset may have
    /// been moved since they were read.</summary>
    public bool KeepsPlace { get; init; }
}
