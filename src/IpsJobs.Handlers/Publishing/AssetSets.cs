using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;

namespace IpsJobs.Handlers.Publishing;

/// <summary>Which assets are made of other assets.</summary>
public static class AssetSets
{
    /// <summary>True for sets, catalogs and templates: their members are published with them.</summary>
    /// <param name="assetType">A constant of <see cref="AssetTypes"/>.</param>
    public static bool Includes(string assetType) => AssetTypeRule.IsSet(assetType) || assetType == AssetTypes.Template;
}
