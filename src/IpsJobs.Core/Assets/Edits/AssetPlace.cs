namespace IpsJobs.Core.Assets;

/// <summary>Where an asset is found: by name, and as a file.</summary>
/// <param name="Name">Unique in company and name space.</param>
/// <param name="Folder">With company root and trailing slash.</param>
/// <param name="FileName">With extension.</param>
public sealed record AssetPlace(string Name, string Folder, string FileName)
{
    public static AssetPlace Of(StoredAsset asset)
    {
        ArgumentNullException.ThrowIfNull(asset);
        return new AssetPlace(asset.Name, asset.Content.Folder, asset.Content.FileName);
    }
}
