namespace IpsJobs.Core.Assets;

/// <summary>File and type facts of an asset that an item brings in.</summary>
public sealed record AssetContent
{
    /// <summary>A constant of <see cref="Constants.AssetTypes"/>.</summary>
    public required string Type { get; init; }

    /// <summary>A constant of <see cref="Constants.AssetSetSubTypes"/>; empty for every other type.</summary>
    public string SubType { get; init; } = "";

    /// <summary>Folder path with company root and trailing slash.</summary>
    public required string Folder { get; init; }

    public required string FileName { get; init; }

    /// <summary>Whether <see cref="Folder"/> and <see cref="FileName"/> name an original of this asset.</summary>
    public bool HasFile => FileName.Length > 0 && AssetTypeRule.HasFile(Type);

    /// <summary>Size of the original in bytes.</summary>
    public required long FileSize { get; init; }

    /// <summary>SHA-256 of the original, 32 bytes.</summary>
    public required byte[] Sha256 { get; init; }

    /// <summary>The optimised image; null for types that have none.</summary>
    public OptimizedImage? Optimized { get; init; }

    public AssetDetails Details { get; init; } = AssetDetails.None;

    /// <summary>Metadata fields by name, XMP properties as <c>prefix:name</c>; a replaced asset keeps those it has and gets those it lacks.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();

    /// <summary>Text to search in, as extracted from pages; null when none was asked for. Not read back with the asset.</summary>
    public string? Words { get; init; }

    /// <summary>Members of a set; null for assets that are none, and to keep those a replaced set has. Not read back with the asset.</summary>
    public IReadOnlyList<SetMember>? Members { get; init; }

    /// <summary>What the asset was made from; null for files that came from outside. Not read back with the asset.</summary>
    public Generation? Generation { get; init; }

    /// <summary>Keywords of the job (<c>xmpKeywords</c>); merged with those the asset has.</summary>
    public IReadOnlyList<string> Keywords { get; init; } = [];

    public IReadOnlyList<long> ProjectIds { get; init; } = [];
}
