namespace IpsJobs.Core.Assets;

/// <summary>An asset of the trash that may be removed.</summary>
/// <param name="Asset">The asset.</param>
/// <param name="CompanyRoot">Root path of its company with the trailing slash.</param>
/// <param name="SharesOptimized">Another asset shows the same optimised file, which must stay then.</param>
/// <param name="SharesMask">Another asset has the same mask, which must stay then.</param>
public sealed record ExpiredAsset(StoredAsset Asset, string CompanyRoot, bool SharesOptimized, bool SharesMask);
