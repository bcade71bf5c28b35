using IpsJobs.Core.Assets;

namespace IpsJobs.Handlers.AutoSets;

/// <summary>An asset on its way into a set.</summary>
/// <param name="Asset">The asset.</param>
/// <param name="Row">Row of a two-axis spin; null for sets without cells.</param>
/// <param name="Column">Column of a two-axis spin; null for sets without cells.</param>
public sealed record SetPlace(StoredAsset Asset, int? Row = null, int? Column = null);
