namespace IpsJobs.Core.Assets;

/// <summary>File and type facts of an asset that an item brings in.</summary>
public sealed record AssetContent
{
    /// <summary>A constant of <see cref="Constants.AssetTypes"/>.</summary>
    public required string Type { get; init; }

    /// <summary>Folder path with company root and trailing slash.</summary>
    public required string Folder { get; init; }

    public required string FileName { get; init; }

    /// <summary>Size of the original in bytes.</summary>
    public required long FileSize { get; init; }

    /// <summary>SHA-256 of the original, 32 bytes.</summary>
    public required byte[] Sha256 { get; init; }

    /// <summary>The optimised image; null for types that have none.</summary>
    public OptimizedImage? Optimized { get; init; }

    /// <summary>Keywords of the job (<c>xmpKeywords</c>); merged with those the asset has.</summary>
    public IReadOnlyList<string> Keywords { get; init; } = [];

    public IReadOnlyList<long> ProjectIds { get; init; } = [];
}
