namespace IpsJobs.Core.Assets;

/// <summary>Renames or moves an asset with its original, if it has one.</summary>
/// <param name="AssetId">The asset.</param>
/// <param name="From">Where it must be now, so that nothing is undone that somebody else did meanwhile.</param>
/// <param name="To">Where it is to be.</param>
/// <param name="UserId">Who does it.</param>
public sealed record RelocateAsset(long AssetId, AssetPlace From, AssetPlace To, int UserId) : AssetChange(UserId)
{
    /// <summary>False for sets and other assets without an original: what lies at their path is somebody else's.</summary>
    public bool HasFile { get; init; } = true;
}
