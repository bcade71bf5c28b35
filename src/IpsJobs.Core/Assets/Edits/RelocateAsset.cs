namespace IpsJobs.Core.Assets;

/// <summary>Renames or moves an asset with its original.</summary>
/// <param name="AssetId">The asset.</param>
/// <param name="From">Where it must be now, so that nothing is undone that somebody else did meanwhile.</param>
/// <param name="To">Where it is to be.</param>
/// <param name="UserId">Who does it.</param>
public sealed record RelocateAsset(long AssetId, AssetPlace From, AssetPlace To, int UserId) : AssetChange(UserId);
