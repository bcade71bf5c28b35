namespace IpsJobs.Core.Assets;

/// <summary>A file about to become an asset.</summary>
/// <param name="Folder">From the company's root, ending in "/".</param>
/// <param name="FileName">Cleaned.</param>
/// <param name="AssetType">As classified.</param>
public sealed record IncomingFile(string Folder, string FileName, string AssetType);
