namespace IpsJobs.Core.Assets;

/// <summary>The asset that stands for a set in lists: its first member, unless somebody has chosen another.</summary>
public static class SetThumbnail
{
    /// <summary>Details of a set whose members change; null when they stay as they are.</summary>
    public static AssetDetails? Moved(AssetDetails details, IReadOnlyList<SetMember> before, IReadOnlyList<SetMember> after)
    {
        var chosen = details.ThumbnailAssetId;
        var followsFirst = chosen is null || (before.Count > 0 && chosen == before[0].AssetId);
        var first = after.Count > 0 ? after[0].AssetId : (long?)null;
        return followsFirst && chosen != first ? details with { ThumbnailAssetId = first } : null;
    }
}
