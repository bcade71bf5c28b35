namespace IpsJobs.Core.Assets.Search;

/// <summary>A page of what a search found.</summary>
/// <param name="TotalRows">Assets on all pages.</param>
/// <param name="Assets">In the order asked for.</param>
public sealed record AssetPage(int TotalRows, IReadOnlyList<StoredAsset> Assets);
