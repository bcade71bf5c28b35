namespace IpsJobs.Core.Assets;

/// <summary>An asset whose name a new file wants, in the same name space.</summary>
public sealed record ExistingAsset(long Id, string Folder, string FileName, string AssetType, bool InTrash);
