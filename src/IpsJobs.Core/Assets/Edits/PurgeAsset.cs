namespace IpsJobs.Core.Assets;

/// <summary>Removes an asset of the trash for good, with its memberships in sets; its name is free again.</summary>
/// <param name="AssetId">The asset.</param>
/// <param name="UserId">Who removes it.</param>
public sealed record PurgeAsset(long AssetId, int UserId) : AssetChange(UserId);
