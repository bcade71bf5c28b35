using IpsJobs.Core.Handles;

namespace IpsJobs.Core.Assets;

/// <summary>A set that was made.</summary>
/// <param name="AssetId">Its id.</param>
/// <param name="Type">A constant of <see cref="Constants.AssetTypes"/>.</param>
public sealed record StoredSet(long AssetId, string Type)
{
    /// <summary>The handle with its type code.</summary>
    public AssetHandle Handle => new(AssetId, AssetTypeCodes.Get(Type));
}
