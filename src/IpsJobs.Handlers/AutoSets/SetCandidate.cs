using IpsJobs.Core.Assets;

namespace IpsJobs.Handlers.AutoSets;

/// <summary>An asset that may become a member of sets.</summary>
/// <param name="Asset">The asset.</param>
/// <param name="IsDerived">Made from another asset.</param>
public sealed record SetCandidate(StoredAsset Asset, bool IsDerived);
