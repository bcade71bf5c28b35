using IpsJobs.Core.Assets;

namespace IpsJobs.Handlers.Publishing;

/// <summary>An asset to publish.</summary>
/// <param name="Asset">The asset.</param>
/// <param name="IsMarked">False for a member that is published because of its set.</param>
public sealed record SelectedAsset(StoredAsset Asset, bool IsMarked);
