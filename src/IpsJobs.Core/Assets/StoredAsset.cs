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

    /// <summary>User id of the creator; 0 when unknown.</summary>
    public int CreatedBy { get; init; }

    /// <summary>User id of the last one who changed it; 0 when unknown.</summary>
    public int ModifiedBy { get; init; }

    /// <summary>Last change of metadata, keywords, name or folder; what a metadata publish compares with.</summary>
    public DateTimeOffset MetadataUtc { get; init; }

    /// <summary>When it was put into the trash; null outside of it.</summary>
    public DateTimeOffset? TrashedUtc { get; init; }

    public AssetHandle Handle => new(AssetId);

    /// <summary>The handle with its type code.</summary>
    public AssetHandle FullHandle => new(AssetId, AssetTypeCodes.Get(Content.Type));

    /// <summary>Extension of the file with its dot; empty without a file, as for a set, which has none even when it is named <c>a.b</c>.</summary>
    public string Extension => Content.FileName == Name ? "" : Content.FileName[AssetNaming.BaseName(Content.FileName).Length..];
}
