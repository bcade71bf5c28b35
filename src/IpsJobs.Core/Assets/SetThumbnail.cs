using IpsJobs.Core.Assets;
using IpsJobs.Core.Handles;

namespace IpsJobs.Handlers.AutoSets;

/// <summary>The picture that stands for a set: its first member, unless somebody has chosen another.</summary>
public static class SetThumbnail
{
    /// <summary>Name of the fact that holds the handle.</summary>
    public const string Fact = "thumbAssetHandle";

    public static AssetDetails On(AssetDetails details, long assetId) => details with
    {
        Facts = new Dictionary<string, string>(details.Facts) { [Fact] = new AssetHandle(assetId).ToString() },
    };

    /// <summary>Details of a set whose members have changed; null when the thumbnail stays.</summary>
    public static AssetDetails? Moved(AssetDetails details, IReadOnlyList<SetMember> before, IReadOnlyList<SetMember> after)
    {
        var chosen = details.Facts.GetValueOrDefault(Fact);
        var followsFirst = chosen is null || (before.Count > 0 && chosen == new AssetHandle(before[0].AssetId).ToString());
        return followsFirst && after.Count > 0 ? On(details, after[0].AssetId) : null;
    }
}
