using System.Collections.Frozen;
using IpsJobs.Core.Constants;

namespace IpsJobs.Handlers.Publishing;

/// <summary>Which assets are made of other assets.</summary>
public static class AssetSets
{
    private static readonly FrozenSet<string> Types = FrozenSet.Create(
        StringComparer.Ordinal,
        [AssetTypes.ImageSet, AssetTypes.SpinSet, AssetTypes.AssetSet, AssetTypes.Catalog, AssetTypes.RenderSet, AssetTypes.Template]);

    /// <summary>True for sets, catalogs and templates: their members are published with them.</summary>
    /// <param name="assetType">A constant of <see cref="AssetTypes"/>.</param>
    public static bool Includes(string assetType) => Types.Contains(assetType);
}
