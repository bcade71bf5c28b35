using IpsJobs.Core.Assets;

namespace IpsJobs.Handlers.Ingest;

/// <summary>What makes a file that was generated from an asset differ from one that came from outside.</summary>
/// <param name="Byproduct">The part.</param>
/// <param name="Source">What it was made from.</param>
/// <param name="Existing">The asset an earlier run made of the same part: it is replaced whatever its name; null when there is none.</param>
public sealed record GeneratedPart(Byproduct Byproduct, ByproductSource Source, StoredAsset? Existing)
{
    public Generation Generation => new(Source.Asset.AssetId, Byproduct.Engine, Byproduct.Key) { Attributes = Byproduct.Attributes };
}
