namespace IpsJobs.Core.Assets;

/// <summary>Gives an asset of the trash up: it cannot be restored any more, and the next Cleanup removes it with its files.</summary>
/// <param name="AssetId">The asset.</param>
/// <param name="UserId">Who empties it.</param>
public sealed record EmptyAsset(long AssetId, int UserId) : AssetChange(UserId);
