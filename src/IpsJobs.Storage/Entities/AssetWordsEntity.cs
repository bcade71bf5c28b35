namespace IpsJobs.Storage.Entities;

/// <summary>Text to search in; apart from the asset, because only a publish with search reads it.</summary>
internal sealed class AssetWordsEntity
{
    public long AssetId { get; set; }

    public string Words { get; set; } = "";
}
