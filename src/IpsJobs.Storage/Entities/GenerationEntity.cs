using IpsJobs.Core.Assets;

namespace IpsJobs.Storage.Entities;

/// <summary>What an asset was made from.</summary>
internal sealed class GenerationEntity
{
    /// <summary>The asset that was made.</summary>
    public long AssetId { get; set; }

    public long OriginatorId { get; set; }

    public string Engine { get; set; } = "";

    public string Key { get; set; } = "";

    /// <summary>JSON object of texts; null for none.</summary>
    public string? Attributes { get; set; }

    public GeneratedAsset ToRecord() =>
        new(AssetId, new Generation(OriginatorId, Engine, Key) { Attributes = StoreJson.ReadTexts(Attributes) });
}
