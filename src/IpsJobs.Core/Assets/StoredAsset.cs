using IpsJobs.Core.Handles;

namespace IpsJobs.Core.Assets;

/// <summary>An asset as stored.</summary>
public sealed record StoredAsset
{
    public required long AssetId { get; init; }

    public required int CompanyId { get; init; }

    public required string Name { get; init; }

    public required NameSpace NameSpace { get; init; }

    public required AssetContent Content { get; init; }

    public required bool ReadyForPublish { get; init; }

    /// <summary>A constant of <see cref="Constants.TrashStates"/>.</summary>
    public required string TrashState { get; init; }

    public required DateTimeOffset CreatedUtc { get; init; }

    public required DateTimeOffset ModifiedUtc { get; init; }

    public AssetHandle Handle => new(AssetId);
}
