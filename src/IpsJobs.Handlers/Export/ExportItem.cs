using IpsJobs.Core.Assets;

namespace IpsJobs.Handlers.Export;

/// <summary>A file that goes into the archive.</summary>
/// <param name="Asset">Gives folder and name.</param>
/// <param name="Source">Absolute path in the store.</param>
/// <param name="Modifier">Commands of a view, before those of the job; null when the file is exported as it is.</param>
public sealed record ExportItem(StoredAsset Asset, string Source, string? Modifier);
