namespace IpsJobs.Core.Assets;

/// <summary>Marks an asset for publish, or not, without touching its time of change: a mark is no new version.</summary>
/// <param name="AssetId">The asset.</param>
/// <param name="UserId">Who marks it.</param>
public sealed record MarkAsset(long AssetId, int UserId) : AssetChange(UserId)
{
    /// <summary>The mark for every context, which ends all marks of single contexts; null keeps both.</summary>
    public bool? Everywhere { get; init; }

    /// <summary>Marks of single contexts, by context id; contexts not named keep theirs.</summary>
    public IReadOnlyDictionary<int, bool> Contexts { get; init; } = new Dictionary<int, bool>();
}
