namespace IpsJobs.Core.Assets;

/// <summary>Takes an asset out of the trash, back to where it was; refused when it is not there any more or emptied.</summary>
/// <param name="AssetId">The asset.</param>
/// <param name="UserId">Who restores it.</param>
public sealed record RestoreAsset(long AssetId, int UserId) : AssetChange(UserId);
