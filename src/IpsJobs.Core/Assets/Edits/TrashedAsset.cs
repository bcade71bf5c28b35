namespace IpsJobs.Core.Assets;

/// <summary>An asset in the trash.</summary>
/// <param name="Path">Folder and file name.</param>
/// <param name="TrashedUtc">When it was put there.</param>
public sealed record TrashedAsset(string Path, DateTimeOffset TrashedUtc);
