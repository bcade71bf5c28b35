namespace IpsJobs.Core.Assets;

/// <summary>Moves an asset into the trash, where it keeps its name.</summary>
/// <param name="AssetId">The asset.</param>
/// <param name="UserId">Who put it there.</param>
public sealed record TrashAsset(long AssetId, int UserId) : AssetChange(UserId);
