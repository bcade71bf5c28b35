namespace IpsJobs.Core.Assets;

/// <summary>What lies in the trash.</summary>
/// <param name="Total">How many assets.</param>
/// <param name="First">The first of them, those put there first before the others.</param>
public sealed record TrashContents(int Total, IReadOnlyList<TrashedAsset> First);
