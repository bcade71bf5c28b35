namespace IpsJobs.Core.Assets;

/// <summary>What the assets of a company take up, the trash included.</summary>
/// <param name="Images">Number of images.</param>
/// <param name="Bytes">Size of all originals and optimised images.</param>
/// <param name="ModifiedUtc">When an asset changed last; null without assets.</param>
public sealed record DiskUsage(long Images, long Bytes, DateTimeOffset? ModifiedUtc);
