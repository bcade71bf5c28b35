using System.Globalization;
using IpsJobs.Core.Assets;

namespace IpsJobs.Handlers.Ingest;

/// <summary>One asset to be processed again.</summary>
/// <param name="AssetId">The asset whose original is taken.</param>
/// <param name="Asset">As stored when the job began; null when it is gone.</param>
internal sealed record ReworkItem(long AssetId, StoredAsset? Asset)
{
    /// <summary>Identifies the asset inside its instance.</summary>
    public string Key => string.Create(CultureInfo.InvariantCulture, $"asset {AssetId}");

    /// <summary>Shown to people.</summary>
    public string Path => Asset is null ? Key : Asset.Content.Folder + Asset.Content.FileName;
}
