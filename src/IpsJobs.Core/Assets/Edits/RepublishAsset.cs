namespace IpsJobs.Core.Assets;

/// <summary>Forgets in which revision an asset lies on the targets, so that the next publish delivers it again.</summary>
/// <param name="AssetId">The asset.</param>
/// <param name="WithFiles">True also for files that lie on a target as they should.</param>
/// <param name="UserId">Who asks for it.</param>
public sealed record RepublishAsset(long AssetId, bool WithFiles, int UserId) : AssetChange(UserId);
