namespace IpsJobs.Core.Assets;

/// <summary>Changes what is known of an asset, not its file. Null leaves a part as it is.</summary>
/// <param name="AssetId">The asset.</param>
/// <param name="UserId">Who modified it.</param>
public sealed record EditAsset(long AssetId, int UserId) : AssetChange(UserId)
{
    /// <summary>New name, unique in the asset's name space.</summary>
    public string? Name { get; init; }

    /// <summary>Name of the original from now on; the file itself is moved with the item.</summary>
    public string? FileName { get; init; }

    public bool? ReadyForPublish { get; init; }

    /// <summary>Fields to set; an empty value removes the field, fields not named stay.</summary>
    public IReadOnlyDictionary<string, string>? Metadata { get; init; }

    /// <summary>All keywords from now on.</summary>
    public IReadOnlyList<string>? Keywords { get; init; }

    /// <summary>All details from now on.</summary>
    public AssetDetails? Details { get; init; }

    /// <summary>All members of the set from now on.</summary>
    public IReadOnlyList<SetMember>? Members { get; init; }

    /// <summary>Projects the asset is added to.</summary>
    public IReadOnlyList<long> ProjectIds { get; init; } = [];
}
