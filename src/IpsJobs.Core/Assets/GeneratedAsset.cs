namespace IpsJobs.Core.Assets;

/// <summary>A generation record together with the asset it made.</summary>
public sealed record GeneratedAsset(long AssetId, Generation Generation);
